package io.anpip.transcode.plan;

import io.anpip.schemas.Rational;
import io.anpip.schemas.Rendition;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.cmaf.EncodedSegment;
import io.anpip.transcode.cmaf.MeasuredBitrate;
import io.anpip.transcode.grid.FrameGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A plan joined with what is encoded after it so far: what the writers of playlists and manifests work from.
 *
 * @param frameRate rate of the picture, if there is one
 * @param durationSeconds length of the whole video
 * @param targetDurationSeconds target duration of all media playlists
 * @param video the rungs of which the beginning is encoded, smallest first
 * @param audio the encoded audio renditions
 * @param text the subtitle renditions that are made
 * @param complete whether every planned segment of every planned rendition is there
 */
public record Presentation(
        Optional<Rational> frameRate,
        double durationSeconds,
        int targetDurationSeconds,
        List<VideoStream> video,
        List<AudioStream> audio,
        List<TextStream> text,
        boolean complete) {

    public Presentation {
        text = List.copyOf(text);
        video = List.copyOf(video);
        audio = List.copyOf(audio);
    }

    /** Joins a plan with encoded renditions of picture and sound. */
    public static Presentation of(EncodingPlan plan, List<EncodedRendition> tracks) {
        return of(plan, new EncodedParts(tracks, List.of(), Set.of()));
    }

    /** Joins a plan with what is encoded: of picture and sound the segments from the first up to the first gap. */
    public static Presentation of(EncodingPlan plan, EncodedParts parts) {
        List<VideoStream> video = plan.rungs().stream()
                .flatMap(
                        rung -> joined(rung.name(), parts.tracks()).stream().map(track -> new VideoStream(rung, track)))
                .toList();
        List<AudioStream> audio = withDefault(plan.audio().stream()
                .flatMap(sound ->
                        joined(sound.name(), parts.tracks()).stream().map(track -> new AudioStream(sound, track)))
                .toList());
        List<TextStream> text = plan.text().stream()
                .flatMap(rendition -> parts.texts().stream()
                        .filter(made -> made.name().equals(rendition.name()))
                        .map(made -> new TextStream(rendition, made)))
                .toList();
        return new Presentation(
                plan.grid().map(FrameGrid::frameRate),
                plan.durationSeconds(),
                plan.targetDurationSeconds(),
                video,
                audio,
                text,
                isComplete(plan, parts.leftOut(), video, audio, text));
    }

    private static boolean isComplete(
            EncodingPlan plan,
            Set<String> leftOut,
            List<VideoStream> video,
            List<AudioStream> audio,
            List<TextStream> text) {
        int pictureSegments = plan.grid().map(FrameGrid::segmentCount).orElse(0);
        int soundSegments =
                plan.audio().isEmpty() ? 0 : plan.audioGrid().segmentFrames().size();
        return video.size() == plan.rungs().size()
                && audio.size()
                        == plan.audio().stream()
                                .filter(sound -> !leftOut.contains(sound.name()))
                                .count()
                && text.size()
                        == plan.text().stream()
                                .filter(rendition -> !leftOut.contains(rendition.name()))
                                .count()
                && video.stream().allMatch(stream -> stream.track().segments().size() == pictureSegments)
                && audio.stream().allMatch(stream -> stream.track().segments().size() == soundSegments);
    }

    /** Where the track players should start with can't be had, they start with the first that can. */
    private static List<AudioStream> withDefault(List<AudioStream> audio) {
        if (audio.isEmpty()
                || audio.stream().anyMatch(stream -> stream.rendition().byDefault())) {
            return audio;
        }
        int first = audio.getFirst().rendition().trackIndex();
        return audio.stream()
                .map(stream -> stream.rendition().trackIndex() == first
                        ? new AudioStream(stream.rendition().asDefault(), stream.track())
                        : stream)
                .toList();
    }

    /** Names of renditions whose parts do not share one init segment: they were not made by the same encoder build. */
    public static List<String> disagreeing(List<EncodedRendition> parts) {
        Map<String, Set<String>> hashes = new HashMap<>();
        parts.forEach(part -> hashes.computeIfAbsent(part.name(), name -> new HashSet<>())
                .add(part.init().sha256()));
        return hashes.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** What is encoded of the rendition of this name. */
    public Optional<EncodedRendition> track(String name) {
        return Stream.concat(
                        video.stream().map(VideoStream::track), audio.stream().map(AudioStream::track))
                .filter(track -> track.name().equals(name))
                .findFirst();
    }

    /** The renditions with measured bit rates, as events tell them. */
    public List<Rendition> renditions() {
        Stream<Rendition> pictures = video.stream()
                .map(stream -> rendition(
                        stream.track(),
                        stream.rung().width(),
                        stream.rung().height(),
                        Optional.empty(),
                        Optional.empty()));
        Stream<Rendition> sounds = audio.stream()
                .map(stream -> rendition(
                        stream.track(),
                        0,
                        0,
                        stream.rendition().language(),
                        Optional.of(stream.rendition().channels())));
        return Stream.concat(pictures, sounds).toList();
    }

    private Rendition rendition(
            EncodedRendition track, int width, int height, Optional<String> language, Optional<Integer> channels) {
        MeasuredBitrate rate = MeasuredBitrate.of(track, targetDurationSeconds);
        return new Rendition(
                track.name(),
                width,
                height,
                rate.averageBps(),
                rate.peakBps(),
                track.init().codecs(),
                language,
                channels);
    }

    private static Optional<EncodedRendition> joined(String name, List<EncodedRendition> parts) {
        List<EncodedRendition> own =
                parts.stream().filter(part -> part.name().equals(name)).toList();
        List<EncodedSegment> sorted = own.stream()
                .flatMap(part -> part.segments().stream())
                .sorted(Comparator.comparingInt(EncodedSegment::number))
                .toList();
        List<EncodedSegment> beginning = new ArrayList<>();
        for (EncodedSegment segment : sorted) {
            if (segment.number() != beginning.size() + 1) {
                break;
            }
            beginning.add(segment);
        }
        return beginning.isEmpty()
                ? Optional.empty()
                : Optional.of(new EncodedRendition(
                        name, own.getFirst().timescale(), own.getFirst().init(), beginning));
    }
}
