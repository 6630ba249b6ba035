package io.anpip.transcode;

import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.Rational;
import io.anpip.schemas.SoundDetails;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.SubtitleTrack;
import io.anpip.transcode.cmaf.EncodedInit;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.cmaf.EncodedSegment;
import io.anpip.transcode.cmaf.IFrameRange;
import io.anpip.transcode.plan.EncodedParts;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.Presentation;
import io.anpip.transcode.text.EncodedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Presentations with made-up segment sizes, for the writers of playlists and manifests. */
public final class Presentations {

    private Presentations() {}

    /** 14.014 s of 720p at 29.97 frames per second, in German, with a commentary in no language, of which all is encoded. */
    public static Presentation film() {
        AudioTrack german = new AudioTrack(1, "aac", 2, 48_000, Optional.of("deu"), Optional.empty(), 0, 14);
        AudioTrack comment = new AudioTrack(2, "aac", 2, 48_000, Optional.empty(), Optional.of("Tom & Anna"), 0, 14);
        EncodingPlan plan = Sources.plan(new SourceProbe(
                "mov",
                14.014,
                Optional.of(Sources.video(1280, 720, new Rational(30_000, 1001), 14.014)),
                List.of(german, comment),
                List.of()));
        return Presentation.of(
                plan,
                List.of(
                        video("240p", "avc1.64001E", 150_000),
                        video("360p", "avc1.64001E", 300_000),
                        video("480p", "avc1.64001F", 600_000),
                        video("720p", "avc1.64001F", 1_200_000),
                        audio("audio-0", 96_000),
                        audio("audio-1", 90_000)));
    }

    /** 14 s of 240p with German 5.1 sound, a description of it, and English subtitles, for the deaf and forced. */
    public static Presentation concert() {
        AudioTrack german = track(1, "deu", "5.1(side)", 6, false);
        AudioTrack described = track(2, "deu", "stereo", 2, true);
        EncodingPlan plan = Sources.plan(new SourceProbe(
                "matroska",
                14.014,
                Optional.of(Sources.video(426, 240, new Rational(30_000, 1001), 14.014)),
                List.of(german, described),
                List.of(),
                Optional.of(List.of(
                        new SubtitleTrack(3, "subrip", Optional.of("eng"), Optional.empty(), true, false, true),
                        new SubtitleTrack(4, "ass", Optional.of("eng"), Optional.empty(), false, true, false)))));
        return Presentation.of(
                plan,
                new EncodedParts(
                        List.of(
                                video("240p", "avc1.64001E", 150_000),
                                audio("audio-0", 96_000),
                                audio("audio-1", 90_000),
                                audio("audio-0-surround", 240_000)),
                        List.of(text("text-0"), text("text-1")),
                        Set.of()));
    }

    /** 10 s of sound alone. */
    public static Presentation sound() {
        EncodingPlan plan = Sources.plan(Sources.probe(10, Optional.empty(), Sources.audio(0, 0, 10)));
        return Presentation.of(
                plan, List.of(sound("audio-0", 96_000), sound("audio-0-64k", 48_000), sound("audio-0-160k", 120_000)));
    }

    private static EncodedRendition sound(String name, long size) {
        return new EncodedRendition(
                name,
                48_000,
                new EncodedInit(object(600), "aa", "mp4a.40.2"),
                List.of(segment(1, size, 287_744), segment(2, size * 2 / 3, 192_512)));
    }

    private static AudioTrack track(int stream, String language, String layout, int channels, boolean describes) {
        return new AudioTrack(
                stream,
                "ac3",
                channels,
                48_000,
                Optional.of(language),
                Optional.empty(),
                0,
                14,
                Optional.of(new SoundDetails("", layout, Optional.empty(), false, describes)));
    }

    private static EncodedText text(String name) {
        return new EncodedText(
                name,
                30_000,
                object(1024),
                List.of(segment(1, 200, 180_180), segment(2, 60, 180_180), segment(3, 60, 60_060)));
    }

    /** Three segments, the second larger and the last shorter. */
    private static EncodedRendition video(String name, String codecs, long size) {
        return new EncodedRendition(
                name,
                30_000,
                new EncodedInit(object(700), "aa", codecs),
                List.of(pictures(1, size, 3), pictures(2, size + 50_000, 3), pictures(3, size / 3, 1)));
    }

    private static EncodedSegment pictures(int number, long size, int gops) {
        List<IFrameRange> frames = new ArrayList<>();
        for (int gop = 0; gop < gops; gop++) {
            frames.add(new IFrameRange(24 + gop * (size / 3), size / 10, ((number - 1) * 3L + gop) * 60_060, 60_060));
        }
        return new EncodedSegment(number, object(size), "bb", gops * 60_060L, frames);
    }

    private static EncodedRendition audio(String name, long size) {
        return new EncodedRendition(
                name,
                48_000,
                new EncodedInit(object(600), "cc", "mp4a.40.2"),
                List.of(segment(1, size, 288_768), segment(2, size, 287_744), segment(3, size / 3, 96_256)));
    }

    private static EncodedSegment segment(int number, long size, long ticks) {
        return new EncodedSegment(number, object(size), "dd", ticks, List.of());
    }

    private static ObjectRef object(long size) {
        return new ObjectRef("anpip-media", "key", size, "");
    }
}
