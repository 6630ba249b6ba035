package io.anpip.upload.video;

import io.anpip.schemas.ChosenPoster;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.Stage;
import io.anpip.schemas.StageStatus;
import io.anpip.schemas.Stages;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoStatus;
import io.anpip.upload.session.Upload;
import java.util.List;
import java.util.Optional;

/**
 * The document of a video as its clients may see it: what the projector has written, brought up to what the upload
 * already says.
 *
 * <p>The projector follows the topics and so lags a little. A client that has finalized its upload, or asked for a new
 * generation, must not read the state of before. Where the projection lags, the document is derived from the upload.
 */
public final class CurrentDocument {

    private static final String MANUAL = "MANUAL";

    private CurrentDocument() {}

    /** The document to show. Monotone: for a later upload or a later projection it never shows an earlier status. */
    public static VideoDocument of(Upload upload, Optional<VideoDocument> projected) {
        return switch (upload.state()) {
            case OPEN -> projected.orElseGet(() -> derived(upload, VideoStatus.UPLOADING, Optional.empty()));
            case FINALIZED ->
                projected
                        .filter(document -> document.generation() >= upload.generation())
                        .map(CurrentDocument::atLeastProcessing)
                        .orElseGet(() -> processing(upload, projected));
            case ABORTED, DELETED ->
                projected
                        .filter(document -> document.status() == VideoStatus.FAILED)
                        .orElseGet(() -> givenUp(upload, projected));
        };
    }

    private static VideoDocument atLeastProcessing(VideoDocument document) {
        return document.status() == VideoStatus.UPLOADING
                ? with(document, VideoStatus.PROCESSING, document.failure())
                : document;
    }

    /** A new generation begins with nothing made, but what was found out about the source stays true, and what its user chose stands. */
    private static VideoDocument processing(Upload upload, Optional<VideoDocument> projected) {
        VideoDocument fresh = derived(upload, VideoStatus.PROCESSING, Optional.empty());
        return projected
                .map(before -> new VideoDocument(
                                fresh.id(),
                                before.title(),
                                fresh.status(),
                                fresh.progress(),
                                fresh.generation(),
                                before.sequence(),
                                fresh.stages(),
                                before.durationSeconds(),
                                before.width(),
                                before.height(),
                                before.frameRate(),
                                fresh.playback(),
                                isPicked(before) ? before.posters() : fresh.posters(),
                                fresh.storyboard(),
                                fresh.preview(),
                                before.chapters().filter(chapters -> MANUAL.equals(chapters.origin())),
                                fresh.renditions(),
                                fresh.failure(),
                                before.createdAt(),
                                fresh.readyAt())
                        .withChosenPoster(before.chosenPoster()))
                .orElse(fresh);
    }

    private static boolean isPicked(VideoDocument document) {
        return document.chosenPoster().flatMap(ChosenPoster::timeSeconds).isPresent();
    }

    private static VideoDocument givenUp(Upload upload, Optional<VideoDocument> projected) {
        Optional<Failure> why = Optional.of(
                new Failure(FailureKind.PERMANENT, upload.endReason().orElse("The upload was given up.")));
        return projected
                .map(document -> with(document, VideoStatus.FAILED, why))
                .orElseGet(() -> derived(upload, VideoStatus.FAILED, why));
    }

    private static VideoDocument derived(Upload upload, VideoStatus status, Optional<Failure> failure) {
        Stage pending = new Stage(StageStatus.PENDING, 0, Optional.empty());
        return new VideoDocument(
                upload.id(),
                upload.shownTitle(),
                status,
                0,
                upload.generation(),
                0,
                new Stages(pending, pending, pending, pending),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                failure,
                upload.createdAt(),
                Optional.empty());
    }

    private static VideoDocument with(VideoDocument of, VideoStatus status, Optional<Failure> failure) {
        return new VideoDocument(
                of.id(),
                of.title(),
                status,
                of.progress(),
                of.generation(),
                of.sequence(),
                of.stages(),
                of.durationSeconds(),
                of.width(),
                of.height(),
                of.frameRate(),
                of.playback(),
                of.posters(),
                of.storyboard(),
                of.preview(),
                of.chapters(),
                of.renditions(),
                failure,
                of.createdAt(),
                of.readyAt(),
                of.profile(),
                of.loudness(),
                of.subtitles(),
                of.downloads(),
                of.chosenPoster());
    }
}
