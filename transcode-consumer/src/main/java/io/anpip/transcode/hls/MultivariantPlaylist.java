package io.anpip.transcode.hls;

import io.anpip.schemas.Rational;
import io.anpip.transcode.cmaf.MeasuredBitrate;
import io.anpip.transcode.ladder.VideoCodec;
import io.anpip.transcode.plan.AudioGroup;
import io.anpip.transcode.plan.AudioStream;
import io.anpip.transcode.plan.Presentation;
import io.anpip.transcode.plan.VideoStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the playlist that lists all renditions of a video.
 *
 * <p>The numbers in comments are clauses of Apple's HLS Authoring Specification.
 */
public final class MultivariantPlaylist {

    /** 1.32: players start with the first variant, and most connections carry this. */
    private static final long FIRST_VARIANT_BPS = 2_000_000;

    private MultivariantPlaylist() {}

    /** Of a complete video: measured bit rates, and I-frame playlists. */
    public static String complete(Presentation presentation) {
        return write(presentation, true);
    }

    /** Of a video that is still encoded: what the rates will be is not known, so at least the caps are told. */
    public static String growing(Presentation presentation) {
        return write(presentation, false);
    }

    private static String write(Presentation presentation, boolean complete) {
        String playlist = complete ? StreamFiles.PLAYLIST : StreamFiles.GROWING_PLAYLIST;
        // 9.11, 9.12: every segment starts with a key frame.
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        for (AudioGroup group : AudioGroup.of(presentation.audio())) {
            group.members().forEach(member -> text.append(MediaTags.sound(group, member, playlist)));
        }
        presentation.text().forEach(subtitles -> text.append(MediaTags.text(subtitles, playlist)));
        for (Variant variant : variants(presentation, complete)) {
            text.append(variant.streamInf()).append(variant.name()).append('/').append(playlist);
            text.append('\n');
        }
        if (complete) {
            for (VideoStream video : presentation.video()) {
                text.append(iFrames(video));
            }
        }
        return text.toString();
    }

    /**
     * Every variant of the picture once for each group of sound: a player stays in the group it begins with, so with the larger variants
     * alone in a second group its listeners would have no smaller ones.
     */
    private static List<Variant> variants(Presentation presentation, boolean measured) {
        List<Variant> variants = new ArrayList<>();
        List<AudioGroup> groups = AudioGroup.of(presentation.audio());
        if (groups.isEmpty()) {
            variants.addAll(pictures(presentation, Optional.empty(), measured));
        }
        if (!presentation.video().isEmpty()) {
            groups.forEach(group -> variants.addAll(pictures(presentation, Optional.of(group), measured)));
        }
        // 9.21: a variant of at most 192 kbps for poor connections; and all there is of a video without a picture.
        groups.stream()
                .limit(presentation.video().isEmpty() ? groups.size() : 1)
                .forEach(group -> variants.add(Variant.of(
                        group,
                        bandwidth(group, presentation, measured).plus(text(presentation, measured)),
                        attributes(presentation))));
        return variants;
    }

    private static List<Variant> pictures(Presentation presentation, Optional<AudioGroup> group, boolean measured) {
        Bandwidth sound =
                group.map(audio -> bandwidth(audio, presentation, measured)).orElse(Bandwidth.NONE);
        List<Variant> variants = new ArrayList<>();
        for (VideoStream video : presentation.video()) {
            variants.add(Variant.of(
                    video,
                    group,
                    bandwidth(video, presentation, measured).plus(sound).plus(text(presentation, measured)),
                    presentation.frameRate().orElseThrow(),
                    attributes(presentation)));
        }
        // A player that reads no further than the first variant, or knows no other codec, can play H.264.
        variants.stream()
                .filter(variant ->
                        variant.playsEverywhere() || variants.stream().noneMatch(Variant::playsEverywhere))
                .min(Comparator.comparingLong(
                        variant -> Math.abs(variant.bandwidth().peakBps() - FIRST_VARIANT_BPS)))
                .ifPresent(first -> {
                    variants.remove(first);
                    variants.addFirst(first);
                });
        return variants;
    }

    /** What stands behind every variant. */
    private static String attributes(Presentation presentation) {
        return presentation.text().isEmpty() ? "" : ",SUBTITLES=\"" + MediaTags.TEXT_GROUP + "\"";
    }

    private static Bandwidth bandwidth(VideoStream video, Presentation presentation, boolean measured) {
        MeasuredBitrate rate = MeasuredBitrate.of(video.track(), presentation.targetDurationSeconds());
        return measured
                ? new Bandwidth(rate.peakBps(), Optional.of(rate.averageBps()))
                : new Bandwidth(Math.max(rate.peakBps(), video.rung().maxBitrateBps()), Optional.empty());
    }

    private static Bandwidth bandwidth(AudioGroup group, Presentation presentation, boolean measured) {
        return group.members().stream()
                .map(audio -> bandwidth(audio, presentation, measured))
                .reduce(Bandwidth.NONE, Bandwidth::larger);
    }

    private static Bandwidth bandwidth(AudioStream audio, Presentation presentation, boolean measured) {
        MeasuredBitrate rate = MeasuredBitrate.of(audio.track(), presentation.targetDurationSeconds());
        return new Bandwidth(rate.peakBps(), measured ? Optional.of(rate.averageBps()) : Optional.empty());
    }

    private static Bandwidth text(Presentation presentation, boolean measured) {
        return presentation.text().stream()
                .map(text -> MeasuredBitrate.ofSegments(
                        text.track().segments(), text.track().timescale(), presentation.targetDurationSeconds()))
                .map(rate ->
                        new Bandwidth(rate.peakBps(), measured ? Optional.of(rate.averageBps()) : Optional.empty()))
                .reduce(Bandwidth.NONE, Bandwidth::larger);
    }

    /** 6.1, 9.3, 9.4; measured over the target duration of its own playlist (RFC 8216, 4.1). */
    private static String iFrames(VideoStream video) {
        MeasuredBitrate rate =
                MeasuredBitrate.ofIFrames(video.track(), TrackPlaylist.iFrameTargetSeconds(video.track()));
        return "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS=\"%s\",RESOLUTION=%dx%d,VIDEO-RANGE=SDR,URI=\"%s/%s\"\n"
                .formatted(
                        rate.peakBps(),
                        rate.averageBps(),
                        video.track().init().codecs(),
                        video.rung().width(),
                        video.rung().height(),
                        video.rung().name(),
                        StreamFiles.I_FRAMES);
    }

    /** 9.13, 9.14: the largest sums of what is played together. */
    private record Bandwidth(long peakBps, Optional<Long> averageBps) {

        static final Bandwidth NONE = new Bandwidth(0, Optional.of(0L));

        Bandwidth plus(Bandwidth other) {
            return new Bandwidth(
                    peakBps + other.peakBps, averageBps.flatMap(own -> other.averageBps.map(theirs -> own + theirs)));
        }

        Bandwidth larger(Bandwidth other) {
            return new Bandwidth(
                    Math.max(peakBps, other.peakBps),
                    averageBps.flatMap(own -> other.averageBps.map(theirs -> Math.max(own, theirs))));
        }
    }

    private record Variant(String name, Bandwidth bandwidth, String attributes, boolean playsEverywhere) {

        static Variant of(
                VideoStream video, Optional<AudioGroup> sound, Bandwidth bandwidth, Rational rate, String more) {
            String codecs = video.track().init().codecs()
                    + sound.map(group -> "," + group.codecs()).orElse("");
            String attributes = String.format(
                    Locale.ROOT,
                    "CODECS=\"%s\",RESOLUTION=%dx%d,FRAME-RATE=%.3f,VIDEO-RANGE=SDR%s",
                    codecs,
                    video.rung().width(),
                    video.rung().height(),
                    rate.toDouble(),
                    sound.map(Variant::group).orElse(""));
            return new Variant(
                    video.rung().name(),
                    bandwidth,
                    attributes + more,
                    video.rung().codec() == VideoCodec.H264);
        }

        static Variant of(AudioGroup sound, Bandwidth bandwidth, String more) {
            String attributes = "CODECS=\"" + sound.codecs() + "\"" + group(sound);
            return new Variant(sound.first().rendition().name(), bandwidth, attributes + more, false);
        }

        String streamInf() {
            String average = bandwidth
                    .averageBps()
                    .map(bps -> "AVERAGE-BANDWIDTH=" + bps + ",")
                    .orElse("");
            return "#EXT-X-STREAM-INF:BANDWIDTH=" + bandwidth.peakBps() + "," + average + attributes + "\n";
        }

        private static String group(AudioGroup group) {
            return ",AUDIO=\"" + group.id() + "\"";
        }
    }
}
