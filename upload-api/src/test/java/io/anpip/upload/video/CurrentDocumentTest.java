package io.anpip.upload.video;

import static io.anpip.upload.video.Documents.ID;
import static io.anpip.upload.video.Documents.document;
import static io.anpip.upload.video.Documents.upload;
import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.Chapter;
import io.anpip.schemas.ChaptersLink;
import io.anpip.schemas.ChosenPoster;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoStatus;
import io.anpip.upload.session.Upload;
import io.anpip.upload.session.UploadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurrentDocumentTest {

    @Test
    void anUploadNobodyHasProjectedYetIsUploading() {
        VideoDocument shown = CurrentDocument.of(upload(UploadState.OPEN, 1), Optional.empty());
        assertThat(shown.status()).isEqualTo(VideoStatus.UPLOADING);
        assertThat(shown.title()).isEqualTo("A film");
        assertThat(shown.sequence()).isZero();
    }

    @Test
    void aFinalizedUploadIsProcessingAtOnce() {
        Upload finalized = upload(UploadState.FINALIZED, 1);
        assertThat(CurrentDocument.of(finalized, Optional.empty()).status()).isEqualTo(VideoStatus.PROCESSING);
        VideoDocument lagging = document(ID, VideoStatus.UPLOADING, 1, 3);
        VideoDocument shown = CurrentDocument.of(finalized, Optional.of(lagging));
        assertThat(shown.status()).isEqualTo(VideoStatus.PROCESSING);
        assertThat(shown.progress()).isEqualTo(lagging.progress());
    }

    @Test
    void whatTheProjectorSaysOfTheLatestRunIsShownAsItIs() {
        for (VideoStatus status :
                List.of(VideoStatus.PROCESSING, VideoStatus.PLAYABLE, VideoStatus.READY, VideoStatus.FAILED)) {
            VideoDocument projected = document(ID, status, 2, 9);
            assertThat(CurrentDocument.of(upload(UploadState.FINALIZED, 2), Optional.of(projected)))
                    .isEqualTo(projected);
        }
    }

    @Test
    void aNewRunIsProcessingThoughTheProjectorStillShowsTheLast() {
        VideoDocument last = document(ID, VideoStatus.READY, 1, 30);
        VideoDocument shown = CurrentDocument.of(upload(UploadState.FINALIZED, 2), Optional.of(last));
        assertThat(shown.status()).isEqualTo(VideoStatus.PROCESSING);
        assertThat(shown.generation()).isEqualTo(2);
        assertThat(shown.sequence()).isEqualTo(30);
        assertThat(shown.playback()).isEmpty();
        assertThat(shown.durationSeconds()).isEqualTo(last.durationSeconds());
    }

    @Test
    void aPickedPosterStaysWhileANewRunBegins() {
        VideoDocument last = document(ID, VideoStatus.READY, 1, 30);
        Optional<ChosenPoster> picked = Optional.of(new ChosenPoster(3, Optional.of(4.5), Optional.empty()));
        Upload again = upload(UploadState.FINALIZED, 2);

        VideoDocument automatic = CurrentDocument.of(again, Optional.of(last));
        VideoDocument chosen = CurrentDocument.of(again, Optional.of(last.withChosenPoster(picked)));

        assertThat(automatic.posters()).isEmpty();
        assertThat(chosen.posters()).isEqualTo(last.posters()).isNotEmpty();
        assertThat(chosen.chosenPoster()).isEqualTo(picked);
    }

    @Test
    void aRunThatOthersHaveBegunIsNotHidden() {
        VideoDocument again = document(ID, VideoStatus.PROCESSING, 2, 31);
        assertThat(CurrentDocument.of(upload(UploadState.FINALIZED, 1), Optional.of(again)))
                .isEqualTo(again);
    }

    @Test
    void chaptersOfTheUserAreThereWhileTheProjectorLagsBehindANewGeneration() {
        VideoDocument found = document(ID, VideoStatus.READY, 1, 30);
        VideoDocument written =
                with(found, new ChaptersLink("/media/a.vtt", "MANUAL", List.of(new Chapter(0, 12.5, "Mine"))));
        Upload madeAgain = upload(UploadState.FINALIZED, 2);

        assertThat(CurrentDocument.of(madeAgain, Optional.of(found)).chapters()).isEmpty();
        assertThat(CurrentDocument.of(madeAgain, Optional.of(written)).chapters())
                .isEqualTo(written.chapters());
    }

    private static VideoDocument with(VideoDocument of, ChaptersLink chapters) {
        return new VideoDocument(
                of.id(),
                of.title(),
                of.status(),
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
                Optional.of(chapters),
                of.renditions(),
                of.failure(),
                of.createdAt(),
                of.readyAt());
    }

    @Test
    void anUploadThatWasGivenUpHasFailedAndSaysWhy() {
        Upload aborted = upload(UploadState.ABORTED, 1);
        for (Optional<VideoDocument> projected :
                List.of(Optional.<VideoDocument>empty(), Optional.of(document(ID, VideoStatus.UPLOADING, 1, 2)))) {
            VideoDocument shown = CurrentDocument.of(aborted, projected);
            assertThat(shown.status()).isEqualTo(VideoStatus.FAILED);
            assertThat(shown.failure().orElseThrow().reason()).isEqualTo("The upload was given up.");
        }
    }

    /** Every history of an upload, with the projector lagging by every amount: what is shown never goes back. */
    @Test
    void whateverTheProjectorsLagTheStatusNeverGoesBack() {
        List<Upload> uploads = List.of(
                upload(UploadState.OPEN, 1),
                upload(UploadState.FINALIZED, 1),
                upload(UploadState.FINALIZED, 1),
                upload(UploadState.FINALIZED, 2),
                upload(UploadState.FINALIZED, 2));
        List<Optional<VideoDocument>> projections = List.of(
                Optional.empty(),
                Optional.of(document(ID, VideoStatus.UPLOADING, 1, 1)),
                Optional.of(document(ID, VideoStatus.PROCESSING, 1, 2)),
                Optional.of(document(ID, VideoStatus.PLAYABLE, 1, 3)),
                Optional.of(document(ID, VideoStatus.READY, 1, 4)),
                Optional.of(document(ID, VideoStatus.PROCESSING, 2, 5)),
                Optional.of(document(ID, VideoStatus.READY, 2, 6)));
        // A path goes right (the upload moves on) or down (the projector moves on); all paths are walked.
        List<List<VideoDocument>> paths = paths(uploads, projections, 0, 0);
        assertThat(paths).hasSizeGreaterThan(50).allSatisfy(CurrentDocumentTest::neverGoesBack);
    }

    private static List<List<VideoDocument>> paths(
            List<Upload> uploads, List<Optional<VideoDocument>> projections, int upload, int projection) {
        VideoDocument here = CurrentDocument.of(uploads.get(upload), projections.get(projection));
        List<List<VideoDocument>> all = new ArrayList<>();
        if (upload + 1 < uploads.size()) {
            all.addAll(paths(uploads, projections, upload + 1, projection));
        }
        // The second generation is asked for only after the first has ended, and projected only after it was asked for.
        boolean projectorMayGoOn = projection + 1 < projections.size() && (projection + 1 < 5 || upload >= 3);
        if (projectorMayGoOn) {
            all.addAll(paths(uploads, projections, upload, projection + 1));
        }
        if (all.isEmpty()) {
            all.add(List.of());
        }
        return all.stream()
                .map(rest -> {
                    List<VideoDocument> path = new ArrayList<>(List.of(here));
                    path.addAll(rest);
                    return path;
                })
                .map(List::copyOf)
                .toList();
    }

    private static void neverGoesBack(List<VideoDocument> path) {
        for (int i = 1; i < path.size(); i++) {
            VideoDocument before = path.get(i - 1);
            VideoDocument after = path.get(i);
            assertThat(standing(after))
                    .as("%s g%d after %s g%d", after.status(), after.generation(), before.status(), before.generation())
                    .isGreaterThanOrEqualTo(standing(before));
        }
    }

    private static int standing(VideoDocument document) {
        return document.generation() * 10 + document.status().ordinal();
    }
}
