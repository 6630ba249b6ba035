package io.anpip.transcode;

import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.Rational;
import io.anpip.schemas.SourceProbe;
import io.anpip.transcode.cmaf.EncodedInit;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.cmaf.EncodedSegment;
import io.anpip.transcode.cmaf.IFrameRange;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.Presentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** 10 s of sound alone. */
    public static Presentation sound() {
        EncodingPlan plan = Sources.plan(Sources.probe(10, Optional.empty(), Sources.audio(0, 0, 10)));
        return Presentation.of(
                plan,
                List.of(new EncodedRendition(
                        "audio-0",
                        48_000,
                        new EncodedInit(object(600), "aa", "mp4a.40.2"),
                        List.of(segment(1, 96_000, 287_744), segment(2, 64_000, 192_512)))));
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
