package io.anpip.projector.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.anpip.projector.SampleEvents;
import io.anpip.schemas.AudioEncoded;
import io.anpip.schemas.ChaptersLink;
import io.anpip.schemas.ChosenPoster;
import io.anpip.schemas.ChunkStored;
import io.anpip.schemas.DownloadLink;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.Loudness;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.PosterLink;
import io.anpip.schemas.StageStatus;
import io.anpip.schemas.StreamPublished;
import io.anpip.schemas.SubtitleLink;
import io.anpip.schemas.SubtitleRendition;
import io.anpip.schemas.SubtitlesEncoded;
import io.anpip.schemas.TranscodePlanned;
import io.anpip.schemas.TranscodeProgressed;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProjectedVideoTest {

    private static final SampleEvents VIDEO = new SampleEvents(VideoId.of("019a0000-0000-7000-8000-000000000001"), 1);

    @Test
    void anAnnouncedUploadIsShownUnderItsTitle() {
        VideoDocument document =
                fold(VIDEO.initialized(Optional.of("My holiday"))).document(1);

        assertThat(document.title()).isEqualTo("My holiday");
        assertThat(document.status()).isEqualTo(VideoStatus.UPLOADING);
        assertThat(document.progress()).isZero();
        assertThat(document.createdAt()).isEqualTo(SampleEvents.START);
    }

    @Test
    void anUploadWithoutTitleIsShownUnderItsFileName() {
        assertThat(fold(VIDEO.initialized(Optional.of(" "))).document(1).title())
                .isEqualTo("holiday.mp4");
    }

    @Test
    void aVideoHeardOfBeforeItsAnnouncementIsDatedByItsId() {
        VideoDocument document = fold(VIDEO.planned()).document(1);

        assertThat(document.createdAt()).isEqualTo(Instant.ofEpochMilli(0x019a00000000L));
        assertThat(document.title()).isEqualTo("Untitled");
        assertThat(document.status()).isEqualTo(VideoStatus.PROCESSING);
        assertThat(document.stages().source().status()).isEqualTo(StageStatus.DONE);
        assertThat(document.profile()).contains("quality");
    }

    @Test
    void storedChunksAreTheFirstPartOfTheSourceStage() {
        VideoDocument document = fold(VIDEO.chunkStored(1), VIDEO.chunkStored(3), VIDEO.chunkStored(3))
                .document(1);

        assertThat(document.stages().source().status()).isEqualTo(StageStatus.RUNNING);
        assertThat(document.stages().source().progress()).isEqualTo(59);
        assertThat(document.status()).isEqualTo(VideoStatus.UPLOADING);
    }

    @Test
    void finalizingBeginsTheProcessing() {
        VideoDocument document = fold(VIDEO.finalized()).document(1);

        assertThat(document.status()).isEqualTo(VideoStatus.PROCESSING);
        assertThat(document.stages().source().status()).isEqualTo(StageStatus.RUNNING);
        assertThat(document.stages().source().progress()).isEqualTo(95);
    }

    @Test
    void transcodeProgressIsTheShareOfFramesOverAllChunks() {
        ProjectedVideo state = fold(
                VIDEO.sourceReady(),
                VIDEO.planned(),
                VIDEO.progressed(0, 30),
                VIDEO.progressed(1, 20),
                VIDEO.progressed(0, 10));

        assertThat(state.document(1).stages().transcode().progress()).isEqualTo(20);
        assertThat(state.document(1).progress()).isEqualTo(5 + 85 * 20 / 100);
        assertThat(state.apply(VIDEO.chunkEncoded(0))
                        .document(1)
                        .stages()
                        .transcode()
                        .progress())
                .isEqualTo(48);
    }

    @Test
    void soundWithoutPictureAdvancesByItsTracks() {
        TranscodePlanned plan =
                new TranscodePlanned(VIDEO.id(), 1, 0, Optional.empty(), 0, 2, List.of(), SampleEvents.START);
        AudioEncoded track = new AudioEncoded(VIDEO.id(), 1, "audio0", VIDEO.media("plan"), 0, VIDEO.media("marker"));

        assertThat(fold(plan, track, track).document(1).stages().transcode().progress())
                .isEqualTo(50);
    }

    @Test
    void theLoudnessIsThatOfTheFirstTrackInWhicheverOrderTheyAreTold() {
        AudioEncoded first = encoded(0, Optional.of(new Loudness(-18.4, 6.2, -1.1, 0)));
        AudioEncoded second = encoded(1, Optional.of(new Loudness(-30, 1, -12, 0)));
        AudioEncoded leftOut = encoded(0, Optional.empty());

        assertThat(fold(second, first).document(1).loudness()).contains(new Loudness(-18.4, 6.2, -1.1, 0));
        assertThat(fold(first, second)).isEqualTo(fold(second, first, second));
        assertThat(fold(leftOut, second).document(1).loudness()).contains(new Loudness(-30, 1, -12, 0));
        assertThat(fold(leftOut).document(1).loudness()).isEmpty();
    }

    private static AudioEncoded encoded(int track, Optional<Loudness> loudness) {
        return new AudioEncoded(
                VIDEO.id(),
                1,
                "audio" + track,
                VIDEO.media("plan"),
                track,
                VIDEO.media("marker"),
                loudness,
                Optional.empty());
    }

    @Test
    void publishedSubtitlesAreLinkedAndTheirTasksChangeNothing() {
        StreamPublished bare = VIDEO.published();
        SubtitleRendition english =
                new SubtitleRendition("text-0", Optional.of("en"), "English", VIDEO.media("text-0/subtitles.vtt"));
        StreamPublished published = new StreamPublished(
                bare.videoId(),
                bare.generation(),
                bare.hls(),
                bare.dash(),
                bare.durationSeconds(),
                bare.width(),
                bare.height(),
                bare.frameRate(),
                bare.renditions(),
                bare.endedAt(),
                Optional.of(List.of(english)),
                Optional.empty());
        SubtitlesEncoded task = new SubtitlesEncoded(
                VIDEO.id(), 1, "text0", VIDEO.media("plan"), 0, VIDEO.media("marker"), Optional.empty());

        assertThat(fold(published).document(1).subtitles())
                .contains(List.of(new SubtitleLink(
                        "/media/" + VIDEO.media("text-0/subtitles.vtt").key(), Optional.of("en"), "English")));
        assertThat(fold(published, task)).isEqualTo(fold(published));
    }

    @Test
    void theProbeGivesSizeAndLengthAndThePlanTheFrameRate() {
        VideoDocument document =
                fold(VIDEO.sourceReady(), VIDEO.planned(), VIDEO.published()).document(1);

        assertThat(document.width()).contains(1920);
        assertThat(document.height()).contains(1080);
        assertThat(document.durationSeconds()).contains(10.0);
        assertThat(document.frameRate())
                .hasValueSatisfying(rate -> assertThat(rate).isBetween(29.97, 29.971));
    }

    @Test
    void thePublishedStreamGivesThemWhereTheProbeIsNotReadYet() {
        assertThat(fold(VIDEO.published()).document(1).width()).contains(1280);
        assertThat(fold(VIDEO.published()).document(1).height()).contains(720);
    }

    @Test
    void filesToSaveAreOfferedUnderTheTitleOfTheVideo() {
        VideoDocument document = fold(VIDEO.initialized(Optional.of("Caf\u00e9 & Co")), VIDEO.publishedWithDownloads())
                .document(1);

        assertThat(document.downloads().orElseThrow())
                .extracting(DownloadLink::kind, DownloadLink::url, DownloadLink::contentType)
                .containsExactly(
                        tuple(
                                "video",
                                "/media/videos/" + VIDEO.id()
                                        + "/g1/stream/downloads/1/video.mp4?name=Caf%C3%A9+%26+Co",
                                "video/mp4"),
                        tuple(
                                "audio",
                                "/media/videos/" + VIDEO.id()
                                        + "/g1/stream/downloads/1/audio.m4a?name=Caf%C3%A9+%26+Co",
                                "audio/mp4"));
        assertThat(fold(VIDEO.published()).document(1).downloads()).isEmpty();
    }

    @Test
    void aReadyVideoHoldsItsFilesToSave() {
        assertThat(fold(VIDEO.publishedWithDownloads()).run().publishedObjects())
                .extracting(ObjectRef::key)
                .anyMatch(key -> key.endsWith("video.mp4"))
                .anyMatch(key -> key.endsWith("audio.m4a"));
    }

    @Test
    void copyingAndFilesToSaveAreNoProgressInFrames() {
        assertThat(fold(VIDEO.planned(), VIDEO.pictureCopied(), VIDEO.downloadsMade())
                        .document(1)
                        .stages()
                        .transcode()
                        .progress())
                .isZero();
    }

    @Test
    void aPlayableVideoPlaysItsGrowingPlaylist() {
        VideoDocument document = fold(VIDEO.finalized(), VIDEO.playable()).document(1);

        assertThat(document.status()).isEqualTo(VideoStatus.PLAYABLE);
        assertThat(document.playback()).hasValueSatisfying(playback -> {
            assertThat(playback.hls()).isEqualTo("/media/videos/" + VIDEO.id() + "/g1/stream/growing.m3u8");
            assertThat(playback.dash()).isEmpty();
        });
    }

    @Test
    void aVideoIsReadyOnlyOnceItsEndMarkerSaysSo() {
        ProjectedVideo complete =
                fold(VIDEO.finalized(), VIDEO.sourceReady(), VIDEO.published(), VIDEO.thumbnails(), VIDEO.chapters());
        assertThat(complete.document(1).status()).isEqualTo(VideoStatus.PLAYABLE);
        assertThat(complete.document(1).progress()).isEqualTo(99);

        VideoEnd due = complete.dueEnd().orElseThrow();
        VideoDocument document = complete.ended(1, due).document(2);

        assertThat(due).isEqualTo(VideoEnd.ready(SampleEvents.at(33)));
        assertThat(document.status()).isEqualTo(VideoStatus.READY);
        assertThat(document.progress()).isEqualTo(100);
        assertThat(document.readyAt()).contains(SampleEvents.at(33));
        assertThat(document.playback().orElseThrow().dash()).isPresent();
        assertThat(document.posters())
                .singleElement()
                .satisfies(poster -> assertThat(poster.url()).endsWith("poster.jpg"));
        assertThat(document.storyboard().orElseThrow().sheets()).hasSize(1);
        assertThat(document.chapters().orElseThrow().items()).hasSize(1);
    }

    @Test
    void aVideoStillWaitingForAStageHasNoEndDue() {
        assertThat(fold(VIDEO.published(), VIDEO.thumbnails()).dueEnd()).isEmpty();
        assertThat(fold(VIDEO.thumbnails(), VIDEO.chapters()).dueEnd()).isEmpty();
    }

    @Test
    void picturesAndChaptersThatFailedNeverFailTheVideo() {
        ProjectedVideo state = settled(VIDEO.published(), VIDEO.thumbnailsFailed(), VIDEO.chaptersFailed());

        VideoDocument document = state.document(1);
        assertThat(document.status()).isEqualTo(VideoStatus.READY);
        assertThat(document.failure()).isEmpty();
        assertThat(document.readyAt()).contains(SampleEvents.at(34));
        assertThat(document.stages().thumbnails().status()).isEqualTo(StageStatus.FAILED);
        assertThat(document.stages().thumbnails().failure())
                .contains(SampleEvents.permanent("All pictures are black."));
        assertThat(document.stages().chapters().status()).isEqualTo(StageStatus.FAILED);
    }

    @Test
    void aRejectedSourceFailsTheVideoAtOnce() {
        VideoDocument document =
                settled(VIDEO.finalized(), VIDEO.sourceRejected()).document(1);

        assertThat(document.status()).isEqualTo(VideoStatus.FAILED);
        assertThat(document.failure()).contains(SampleEvents.permanent("The file is empty."));
        assertThat(document.stages().source().status()).isEqualTo(StageStatus.FAILED);
    }

    @Test
    void aFailedTranscodeFailsTheVideoWithoutWaitingAndOffersNoPlayback() {
        VideoDocument document = settled(VIDEO.sourceReady(), VIDEO.playable(), VIDEO.transcodeFailed())
                .document(1);

        assertThat(document.status()).isEqualTo(VideoStatus.FAILED);
        assertThat(document.playback()).isEmpty();
        assertThat(document.progress()).isLessThan(100);
    }

    @Test
    void anAbortedUploadIsAFailedVideoThatSaysWhy() {
        VideoDocument document =
                settled(VIDEO.initialized(Optional.empty()), VIDEO.aborted()).document(1);

        assertThat(document.status()).isEqualTo(VideoStatus.FAILED);
        assertThat(document.failure()).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
            assertThat(failure.reason()).isEqualTo("Its user has aborted it.");
        });
    }

    @Test
    void whatTheEndMarkerSaysHoldsAgainstTheStages() {
        ProjectedVideo complete = fold(VIDEO.published(), VIDEO.thumbnails(), VIDEO.chapters());

        VideoDocument document = complete.ended(
                        1, VideoEnd.failed(SampleEvents.permanent("It took too long."), SampleEvents.at(40)))
                .document(1);

        assertThat(document.status()).isEqualTo(VideoStatus.FAILED);
        assertThat(document.failure()).contains(SampleEvents.permanent("It took too long."));
        assertThat(document.readyAt()).isEmpty();
    }

    @Test
    void anotherGenerationBeginsAnewAndKeepsTheTitle() {
        ProjectedVideo ready = settled(
                VIDEO.initialized(Optional.of("Mine")), VIDEO.published(), VIDEO.thumbnails(), VIDEO.chapters());

        VideoDocument document = ready.apply(VIDEO.generation(2).reprocess()).document(2);

        assertThat(document.generation()).isEqualTo(2);
        assertThat(document.status()).isEqualTo(VideoStatus.PROCESSING);
        assertThat(document.title()).isEqualTo("Mine");
        assertThat(document.playback()).isEmpty();
    }

    @Test
    void anEventOfAnOlderGenerationChangesNothing() {
        ProjectedVideo second = fold(VIDEO.generation(2).sourceReady());

        assertThat(second.apply(VIDEO.sourceRejected())).isEqualTo(second);
    }

    @Test
    void chaptersOfTheUserWinOverAllOthersAndOutliveReprocessing() {
        ProjectedVideo edited = fold(VIDEO.chapters(), VIDEO.chaptersEdited(1));
        ProjectedVideo again = edited.apply(VIDEO.generation(2).reprocess());
        ProjectedVideo madeAgain = again.apply(VIDEO.generation(2).chapters());

        assertThat(List.of(edited, again, madeAgain))
                .allSatisfy(state -> assertThat(state.document(1).chapters().orElseThrow())
                        .isEqualTo(new ChaptersLink(
                                "/media/videos/" + VIDEO.id() + "/chosen/chapters-1-x/chapters.vtt",
                                "MANUAL",
                                VIDEO.chaptersEdited(1).items().orElseThrow())));
    }

    @Test
    void theHighestRevisionOfTheChaptersStands() {
        assertThat(fold(VIDEO.chaptersEdited(3), VIDEO.chaptersEdited(2)))
                .isEqualTo(fold(VIDEO.chaptersEdited(2), VIDEO.chaptersEdited(3)))
                .isEqualTo(fold(VIDEO.chaptersEdited(3)));
    }

    @Test
    void chaptersTheUserHasGivenUpMakeRoomForTheOthers() {
        ProjectedVideo state = fold(VIDEO.chapters(), VIDEO.chaptersEdited(1), VIDEO.chaptersGivenUp(2));

        assertThat(state.document(1).chapters())
                .isEqualTo(fold(VIDEO.chapters()).document(1).chapters());
        assertThat(fold(VIDEO.chaptersEdited(1), VIDEO.chaptersGivenUp(2))
                        .document(1)
                        .chapters())
                .isEmpty();
    }

    @Test
    void anEditOfTheChaptersSaysNothingOfTheVideosStanding() {
        assertThat(fold(VIDEO.generation(2).chaptersEdited(1)).document(1).generation())
                .isEqualTo(1);
        assertThat(fold(VIDEO.chaptersEdited(1)).document(1).status()).isEqualTo(VideoStatus.UPLOADING);
    }

    @Test
    void aPickedPosterStandsInPlaceOfTheAutomaticOneAndOutlivesReprocessing() {
        ProjectedVideo picked = fold(VIDEO.thumbnails(), VIDEO.posterRequested(1), VIDEO.posterPublished(1));
        ProjectedVideo again = picked.apply(VIDEO.generation(2).reprocess());
        ProjectedVideo madeAgain = again.apply(VIDEO.generation(2).thumbnails());

        assertThat(List.of(picked, again, madeAgain)).allSatisfy(state -> {
            assertThat(state.document(1).posters())
                    .containsExactly(new PosterLink(
                            "/media/videos/" + VIDEO.id() + "/chosen/poster-1-x/poster-640x360.jpg", 640, 360));
            assertThat(state.document(1).chosenPoster())
                    .contains(new ChosenPoster(1, Optional.of(1.5), Optional.empty()));
        });
        assertThat(madeAgain.document(1).generation()).isEqualTo(2);
    }

    @Test
    void theHighestRevisionOfThePosterStands() {
        assertThat(fold(VIDEO.posterPublished(3), VIDEO.posterPublished(2)))
                .isEqualTo(fold(VIDEO.posterPublished(2), VIDEO.posterPublished(3)))
                .isEqualTo(fold(VIDEO.posterPublished(3)));
    }

    @Test
    void aPickThatFailedIsToldAndLeavesThePosterOfBefore() {
        VideoDocument document = fold(
                        VIDEO.thumbnails(), VIDEO.posterPublished(1), VIDEO.posterRequested(2), VIDEO.posterFailed(2))
                .document(1);

        assertThat(document.posters())
                .extracting(PosterLink::url)
                .singleElement()
                .asString()
                .contains("/poster-1-x/");
        assertThat(document.chosenPoster())
                .contains(new ChosenPoster(
                        2, Optional.of(1.5), Optional.of(SampleEvents.permanent("There is no such frame."))));
    }

    @Test
    void theAutomaticPosterComesBackWhenItIsAskedFor() {
        VideoDocument document = fold(VIDEO.thumbnails(), VIDEO.posterPublished(1), VIDEO.automaticPoster(2))
                .document(1);

        assertThat(document.posters())
                .isEqualTo(fold(VIDEO.thumbnails()).document(1).posters());
        assertThat(document.chosenPoster()).contains(new ChosenPoster(2, Optional.empty(), Optional.empty()));
    }

    @Test
    void aPickSaysNothingOfTheVideosStanding() {
        ProjectedVideo state =
                fold(VIDEO.generation(2).posterRequested(1), VIDEO.generation(2).posterPublished(1));

        assertThat(state.document(1).generation()).isEqualTo(1);
        assertThat(state.document(1).status()).isEqualTo(VideoStatus.UPLOADING);
    }

    @Test
    void aStateThatWasStoredBeforePostersCouldBePickedIsReadAllTheSame() {
        ProjectedVideo state = fold(VIDEO.thumbnails());
        String stored = new String(state.toJson(), StandardCharsets.UTF_8);

        // What is not there is not written, so this is what was stored then.
        assertThat(stored).doesNotContain("\"poster\"");
        assertThat(ProjectedVideo.fromJson(state.toJson())).contains(state);
    }

    @Test
    void aDeletionAbsorbsEverythingBeforeAndAfter() {
        ProjectedVideo deleted = fold(VIDEO.initialized(Optional.of("Secret")), VIDEO.deleted());

        assertThat(deleted.apply(VIDEO.generation(3).published())).isEqualTo(deleted);
        assertThat(deleted.dueEnd()).isEmpty();
        assertThat(new String(deleted.toJson(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Secret");
    }

    @Test
    void numbersOutOfBoundsDoNotGrowTheState() {
        ProjectedVideo state = fold(
                new ChunkStored(VIDEO.id(), 1, 2_000_000_000, 2_000_000_000, VIDEO.media("chunk")),
                new ChunkStored(VIDEO.id(), 1, -1, 3, VIDEO.media("chunk")),
                new TranscodeProgressed(VIDEO.id(), 1, 2_000_000_000, 5, 10),
                new TranscodeProgressed(VIDEO.id(), 1, -1, 5, 10));

        assertThat(state.toJson().length).isLessThan(500);
    }

    @Test
    void aFullUploadIsKeptInLessThanTwoKilobytes() {
        ProjectedVideo state = ProjectedVideo.unknown(VIDEO.id());
        for (int chunk = 1; chunk <= 10_000; chunk++) {
            state = state.apply(new ChunkStored(VIDEO.id(), 1, chunk, 10_000, VIDEO.media("chunk")));
        }

        assertThat(state.document(1).stages().source().progress()).isEqualTo(90);
        assertThat(state.toJson().length).isLessThan(2_048);
    }

    private static ProjectedVideo fold(VideoEvent... events) {
        ProjectedVideo state = ProjectedVideo.unknown(events[0].videoId());
        for (VideoEvent event : events) {
            state = state.apply(event);
        }
        return state;
    }

    private static ProjectedVideo settled(VideoEvent... events) {
        ProjectedVideo state = fold(events);
        return state.ended(state.generation(), state.dueEnd().orElseThrow());
    }
}
