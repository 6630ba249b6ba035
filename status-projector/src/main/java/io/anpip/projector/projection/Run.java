package io.anpip.projector.projection;

import io.anpip.schemas.Download;
import io.anpip.schemas.Failure;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.Picture;
import io.anpip.schemas.SourceRejected;
import io.anpip.schemas.Stage;
import io.anpip.schemas.StageStatus;
import io.anpip.schemas.Stages;
import io.anpip.schemas.StreamPublished;
import io.anpip.schemas.ThumbnailsPublished;
import io.anpip.schemas.TranscodeFailed;
import io.anpip.schemas.UploadAborted;
import io.anpip.schemas.VideoStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One generation of a video: what is known of each stage, and what follows from that.
 *
 * @param end what the end marker says; only with it the status is terminal
 */
public record Run(
        int generation,
        UploadFacts upload,
        SourceFacts source,
        TranscodeFacts transcode,
        ThumbnailFacts thumbnails,
        ChapterFacts chapters,
        Optional<VideoEnd> end) {

    private static final int FIRST = 1;
    // Of the source stage, storing the chunks counts up to the first of these, and a finalized upload is at the second.
    private static final int ALL_CHUNKS_STORED = 90;
    private static final int FINALIZED = 95;

    static final Run UNKNOWN = of(FIRST);

    static Run of(int generation) {
        return new Run(
                generation,
                UploadFacts.NONE,
                SourceFacts.NONE,
                TranscodeFacts.NONE,
                ThumbnailFacts.NONE,
                ChapterFacts.NONE,
                Optional.empty());
    }

    Run with(UploadFacts facts) {
        return new Run(generation, facts, source, transcode, thumbnails, chapters, end);
    }

    Run with(SourceFacts facts) {
        return new Run(generation, upload, facts, transcode, thumbnails, chapters, end);
    }

    Run with(TranscodeFacts facts) {
        return new Run(generation, upload, source, facts, thumbnails, chapters, end);
    }

    Run with(ThumbnailFacts facts) {
        return new Run(generation, upload, source, transcode, facts, chapters, end);
    }

    Run with(ChapterFacts facts) {
        return new Run(generation, upload, source, transcode, thumbnails, facts, end);
    }

    Run with(VideoEnd marker) {
        return new Run(generation, upload, source, transcode, thumbnails, chapters, Optional.of(marker));
    }

    /** The newer of two generations; of the same generation, all that either knows. */
    Run merge(Run other) {
        if (generation != other.generation) {
            return generation > other.generation ? this : other;
        }
        return new Run(
                generation,
                upload.merge(other.upload),
                source.merge(other.source),
                transcode.merge(other.transcode),
                thumbnails.merge(other.thumbnails),
                chapters.merge(other.chapters),
                Facts.one(end, other.end));
    }

    /** The end that is due and whose marker is not known yet. */
    Optional<VideoEnd> dueEnd() {
        return end.isPresent()
                ? Optional.empty()
                : failedEnd().or(this::readyEnd).or(this::givenUpEnd);
    }

    private Optional<VideoEnd> failedEnd() {
        return upload.failure()
                .map(failure -> VideoEnd.failed(
                        failure, upload.aborted().map(UploadAborted::abortedAt).orElseThrow()))
                .or(() -> source.rejected().map(Run::rejection))
                .or(() -> transcode.failed().map(Run::failure));
    }

    /** Comes last: what has reached another end after all has reached it. */
    private Optional<VideoEnd> givenUpEnd() {
        return upload.givenUp().map(event -> VideoEnd.failed(event.failure(), event.givenUpAt()));
    }

    private static VideoEnd rejection(SourceRejected event) {
        return VideoEnd.failed(event.failure(), event.endedAt());
    }

    private static VideoEnd failure(TranscodeFailed event) {
        return VideoEnd.failed(event.failure(), event.endedAt());
    }

    /** READY waits for all three; pictures or chapters that failed have ended too, and never fail the video. */
    private Optional<VideoEnd> readyEnd() {
        List<Instant> ends = Stream.of(
                        transcode.published().map(StreamPublished::endedAt), thumbnails.endedAt(), chapters.endedAt())
                .flatMap(Optional::stream)
                .toList();
        return ends.size() == 3 ? Optional.of(VideoEnd.ready(Collections.max(ends))) : Optional.empty();
    }

    /** The objects a READY video is played by, and the files to save. */
    List<ObjectRef> publishedObjects() {
        Stream<ObjectRef> stream =
                transcode.published().stream().flatMap(published -> Stream.of(published.hls(), published.dash()));
        Stream<ObjectRef> posters = thumbnails.published().map(ThumbnailsPublished::posters).stream()
                .flatMap(List::stream)
                .map(Picture::object);
        Stream<ObjectRef> downloads = transcode.published().flatMap(StreamPublished::downloads).stream()
                .flatMap(List::stream)
                .map(Download::object);
        return Stream.of(stream, posters, downloads)
                .flatMap(Function.identity())
                .toList();
    }

    VideoStatus status() {
        if (end.isPresent()) {
            return end.get().status();
        }
        if (transcode.watchable()) {
            return VideoStatus.PLAYABLE;
        }
        return uploaded() ? VideoStatus.PROCESSING : VideoStatus.UPLOADING;
    }

    /** An event of a later step says so too, should it be read before the one that says it outright. */
    private boolean uploaded() {
        return generation > FIRST || upload.finalized().isPresent() || source.ended() || sourceUsed();
    }

    private boolean sourceUsed() {
        return transcode.begun()
                || thumbnails.endedAt().isPresent()
                || chapters.endedAt().isPresent();
    }

    Stages stages() {
        return new Stages(sourceStage(), transcodeStage(), thumbnailStage(), chapterStage());
    }

    private Stage sourceStage() {
        Optional<Failure> failure = source.failure().or(upload::failure);
        boolean done = failure.isEmpty() && (source.ready().isPresent() || sourceUsed());
        int progress = done ? 100 : uploaded() ? FINALIZED : upload.chunks().percent() * ALL_CHUNKS_STORED / 100;
        return new Stage(stageStatus(failure, done, progress > 0), progress, failure);
    }

    private Stage transcodeStage() {
        Optional<Failure> failure = transcode.failure();
        boolean done = failure.isEmpty() && transcode.published().isPresent();
        return new Stage(stageStatus(failure, done, transcode.begun()), transcode.percent(), failure);
    }

    private Stage thumbnailStage() {
        return sideStage(thumbnails.published().isPresent(), thumbnails.failure());
    }

    private Stage chapterStage() {
        return sideStage(chapters.published().isPresent(), chapters.failure());
    }

    /** A stage that is heard of only when it has ended; its result outweighs a failure. */
    private static Stage sideStage(boolean done, Optional<Failure> failure) {
        return done
                ? new Stage(StageStatus.DONE, 100, Optional.empty())
                : new Stage(stageStatus(failure, false, false), 0, failure);
    }

    private static StageStatus stageStatus(Optional<Failure> failure, boolean done, boolean begun) {
        if (failure.isPresent()) {
            return StageStatus.FAILED;
        }
        if (done) {
            return StageStatus.DONE;
        }
        return begun ? StageStatus.RUNNING : StageStatus.PENDING;
    }
}
