package io.anpip.projector.projection;

import io.anpip.schemas.AudioEncoded;
import io.anpip.schemas.ChunkEncoded;
import io.anpip.schemas.DownloadsMade;
import io.anpip.schemas.Failure;
import io.anpip.schemas.ImagesAdded;
import io.anpip.schemas.PictureCopied;
import io.anpip.schemas.RenditionEvent;
import io.anpip.schemas.StreamPlayable;
import io.anpip.schemas.StreamPublished;
import io.anpip.schemas.SubtitlesEncoded;
import io.anpip.schemas.TranscodeFailed;
import io.anpip.schemas.TranscodePlanned;
import io.anpip.schemas.TranscodeProgressed;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of the transcoding of a video.
 *
 * @param audioTracks indices of the audio renditions that are encoded
 * @param loudness of the first of them
 */
public record TranscodeFacts(
        Optional<TranscodePlanned> planned,
        EncodedFrames frames,
        SortedSet<Integer> audioTracks,
        Optional<TrackLoudness> loudness,
        Optional<StreamPlayable> playable,
        Optional<StreamPublished> published,
        Optional<TranscodeFailed> failed) {

    private static final int MOST_AUDIO_TRACKS = 256;

    static final TranscodeFacts NONE = new TranscodeFacts(
            Optional.empty(),
            EncodedFrames.NONE,
            Collections.emptySortedSet(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public TranscodeFacts {
        audioTracks = Collections.unmodifiableSortedSet(new TreeSet<>(audioTracks));
    }

    static TranscodeFacts of(RenditionEvent event) {
        return switch (event) {
            case TranscodePlanned plan ->
                new TranscodeFacts(
                        Optional.of(plan),
                        EncodedFrames.total(plan.frameCount()),
                        NONE.audioTracks,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            case TranscodeProgressed step ->
                encoded(EncodedFrames.of(step.chunkIndex(), step.framesDone(), step.totalFrames()));
            case ChunkEncoded chunk ->
                encoded(EncodedFrames.of(chunk.chunkIndex(), chunk.frameCount(), chunk.totalFrames()));
            case AudioEncoded audio -> audio(audio);
            // None of these is a share of the frames that progress is counted in; what became of them is in the stream
            // that is published.
            case ImagesAdded ignored -> NONE;
            case SubtitlesEncoded ignored -> NONE;
            case PictureCopied ignored -> NONE;
            case DownloadsMade ignored -> NONE;
            case StreamPlayable stream ->
                new TranscodeFacts(
                        Optional.empty(),
                        EncodedFrames.NONE,
                        NONE.audioTracks,
                        Optional.empty(),
                        Optional.of(stream),
                        Optional.empty(),
                        Optional.empty());
            case StreamPublished stream ->
                new TranscodeFacts(
                        Optional.empty(),
                        EncodedFrames.NONE,
                        NONE.audioTracks,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(stream),
                        Optional.empty());
            case TranscodeFailed failure ->
                new TranscodeFacts(
                        Optional.empty(),
                        EncodedFrames.NONE,
                        NONE.audioTracks,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(failure));
        };
    }

    private static TranscodeFacts encoded(EncodedFrames frames) {
        return new TranscodeFacts(
                Optional.empty(),
                frames,
                NONE.audioTracks,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static TranscodeFacts audio(AudioEncoded audio) {
        TreeSet<Integer> tracks = new TreeSet<>();
        if (audio.trackIndex() >= 0 && audio.trackIndex() < MOST_AUDIO_TRACKS) {
            tracks.add(audio.trackIndex());
        }
        return new TranscodeFacts(
                Optional.empty(),
                EncodedFrames.NONE,
                tracks,
                audio.loudness().map(loudness -> new TrackLoudness(audio.trackIndex(), loudness)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    TranscodeFacts merge(TranscodeFacts other) {
        TreeSet<Integer> tracks = new TreeSet<>(audioTracks);
        tracks.addAll(other.audioTracks);
        return new TranscodeFacts(
                Facts.one(planned, other.planned),
                frames.merge(other.frames),
                tracks,
                TrackLoudness.first(loudness, other.loudness),
                Facts.one(playable, other.playable),
                Facts.one(published, other.published),
                Facts.one(failed, other.failed));
    }

    boolean begun() {
        return !equals(NONE);
    }

    boolean watchable() {
        return playable.isPresent() || published.isPresent();
    }

    Optional<Failure> failure() {
        return failed.map(TranscodeFailed::failure);
    }

    Optional<Instant> watchableSince() {
        return playable.map(StreamPlayable::playableAt).or(() -> published.map(StreamPublished::endedAt));
    }

    /** Percent done; the last percent is the packaging. */
    int percent() {
        if (published.isPresent()) {
            return 100;
        }
        return Math.min(99, frames.totalFrames() > 0 ? frames.percent() : audioPercent());
    }

    private int audioPercent() {
        return planned.filter(plan -> plan.frameCount() == 0 && plan.audioTrackCount() > 0)
                .map(plan -> 100 * audioTracks.size() / plan.audioTrackCount())
                .orElse(0);
    }
}
