package io.anpip.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.github.f4b6a3.uuid.UuidCreator;
import io.anpip.media.FfmpegInstallation;
import io.anpip.messaging.EventPublisher;
import io.anpip.messaging.HandlingOutcome;
import io.anpip.objectstore.BegunAttempts;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.EndMarkers;
import io.anpip.objectstore.ObjectStore;
import io.anpip.objectstore.StageEnd;
import io.anpip.objectstore.StageResult;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.Picture;
import io.anpip.schemas.PosterFailed;
import io.anpip.schemas.PosterPublished;
import io.anpip.schemas.PosterRequested;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.Storyboard;
import io.anpip.schemas.ThumbnailsFailed;
import io.anpip.schemas.ThumbnailsPublished;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service on real Kafka, a real S3 server and real FFmpeg. */
@QuarkusTest
@QuarkusTestResource(LocalServers.class)
class ThumbnailConsumerIT {

    private static final Pattern CUE = Pattern.compile(
            "(\\d\\d):(\\d\\d):(\\d\\d\\.\\d{3}) --> \\S+\nsheet-001\\.jpg#xywh=(\\d+),(\\d+),(\\d+),(\\d+)\n");

    @Inject
    EventPublisher publisher;

    @Inject
    ThumbnailHandler handler;

    @Inject
    StageEnd stageEnd;

    @Inject
    EndMarkers markers;

    @Inject
    ObjectStore store;

    @Inject
    Buckets buckets;

    @Inject
    FfmpegInstallation installation;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private StoredPictures stored;
    private SampleMedia media;
    private PublishedEvents published;
    private VideoId video;

    @BeforeEach
    void aNewVideo() {
        stored = new StoredPictures(store);
        media = new SampleMedia(installation);
        published = new PublishedEvents(bootstrapServers, TopicCatalogue.THUMBNAILS);
        video = VideoId.of(UuidCreator.getTimeOrderedEpoch().toString());
    }

    @AfterEach
    void stopReading() {
        published.close();
    }

    @Test
    void aVideoThatStartsBlackGetsAPosterThatIsNotInThreeSizes() {
        SourceReady source = source(media.clock(10, 100), SampleMedia.probe(320, 180, 0, 10, 10));

        publish(source);

        ThumbnailsPublished pictures = publishedPictures();
        assertThat(pictures.posters())
                .extracting(Picture::width, Picture::height)
                .containsExactly(tuple(80, 46), tuple(160, 90), tuple(320, 180));
        assertThat(pictures.posters()).allSatisfy(poster -> {
            BufferedImage picture = stored.picture(poster.object());
            assertThat(picture.getWidth()).isEqualTo(poster.width());
            assertThat(picture.getHeight()).isEqualTo(poster.height());
            assertThat(StoredPictures.brightness(picture, 0, 0, picture.getWidth(), picture.getHeight()))
                    .isGreaterThan(70);
        });
    }

    @Test
    void aTileShowsThePictureOfItsTimeWhenAllFramesAreDecoded() {
        publish(source(media.clock(10, 100), SampleMedia.probe(320, 180, 0, 10, 10)));

        assertStoryboardTellsTheTime(publishedPictures().storyboard().orElseThrow(), 10);
    }

    @Test
    void aTileShowsThePictureOfItsTimeWhenOnlyKeyFramesAreDecoded() {
        publish(source(media.clock(12, 5), SampleMedia.probe(320, 180, 0, 12, 0.5)));

        assertStoryboardTellsTheTime(publishedPictures().storyboard().orElseThrow(), 12);
    }

    @Test
    void thePreviewIsAnAnimationOfSeveralFrames() {
        publish(source(media.clock(10, 100), SampleMedia.probe(320, 180, 0, 10, 10)));

        ObjectRef preview = publishedPictures().preview().orElseThrow();
        assertThat(preview.key()).endsWith("/preview.webp");
        assertThat(preview.sizeBytes()).isLessThan(1_000_000);
        String webp = new String(stored.bytes(preview), StandardCharsets.ISO_8859_1);
        // Frames that look the same, such as the black ones, may be stored as one.
        assertThat(webp.split("ANMF", -1)).hasSizeBetween(10, 16);
    }

    @Test
    void aTurnedVideoStandsUpright() {
        publish(source(media.turned(media.clock(6, 60)), SampleMedia.probe(320, 180, 270, 6, 6)));

        Picture poster = publishedPictures().posters().getLast();
        assertThat(poster.width()).isEqualTo(180);
        assertThat(poster.height()).isEqualTo(320);
        BufferedImage picture = stored.picture(poster.object());
        double chequered = spread(picture, 0, 0, 180, 150);
        double plain = spread(picture, 0, 170, 180, 150);
        assertThat(chequered).isGreaterThan(60);
        assertThat(plain).isLessThan(20);
    }

    @Test
    void theStoryboardIsToldInThreeFormsOfOneSpecification() {
        publish(source(media.clock(10, 100), SampleMedia.probe(320, 180, 0, 10, 10)));

        Storyboard storyboard = publishedPictures().storyboard().orElseThrow();
        String cues = stored.text(storyboard.vtt());
        String json = stored.text(storyboard.json().orElseThrow());
        String playlist = stored.text(storyboard.imagePlaylist().orElseThrow());
        assertThat(cues).contains("00:00:07.000 --> 00:00:08.000\nsheet-001.jpg#xywh=1120,0,160,90");
        assertThat(json).contains("{\"start\":7.0,\"url\":\"sheet-001.jpg\",\"x\":1120,\"y\":0}");
        assertThat(playlist)
                .contains(
                        "#EXTINF:10.000,\n#EXT-X-TILES:RESOLUTION=160x90,LAYOUT=10x1,DURATION=1.000\nsheet-001.jpg\n");
    }

    @Test
    void whatASourceSaysOfPlacesAndPeopleIsInNoPicture() {
        SourceReady source = source(media.withTags(media.clock(4, 40)), SampleMedia.probe(320, 180, 0, 4, 4));

        publish(source);
        publishedPictures();

        assertThat(new String(stored.bytes(source.object()), StandardCharsets.ISO_8859_1))
                .contains(SampleMedia.PLANTED);
        assertThat(objects())
                .hasSizeGreaterThan(6)
                .allSatisfy(object -> assertThat(new String(stored.bytes(object), StandardCharsets.ISO_8859_1))
                        .doesNotContain(SampleMedia.PLANTED, "Exif", "Lavc", "Lavf"));
    }

    @Test
    void aPickedPosterIsTheFrameThatIsShownAtItsTime() {
        publish(source(media.clock(10, 40), SampleMedia.probe(320, 180, 0, 10, 4)));
        publishedPictures();
        PosterRequested request = pick(1, 7.34);

        publish(request);
        VideoEvent first = published.of(video, 2).getLast();
        publish(request);

        assertThat(published.of(video, 3).getLast()).isEqualTo(first);
        assertThat(first).isInstanceOfSatisfying(PosterPublished.class, poster -> {
            assertThat(poster.revision()).isEqualTo(1);
            assertThat(poster.posters())
                    .extracting(Picture::width, Picture::height)
                    .containsExactly(tuple(80, 46), tuple(160, 90), tuple(320, 180));
            assertThat(poster.posters())
                    .allSatisfy(size ->
                            assertThat(size.object().key()).startsWith("videos/" + video + "/chosen/poster-1-"));
            // The frames of the clip are a tenth of a second apart.
            assertThat(shownTime(stored.picture(poster.posters().getLast().object()), 8, 8, 144, 164))
                    .isCloseTo(7.3, within(0.04));
        });
    }

    @Test
    void theLastMomentHasAPosterToo() {
        publish(source(media.clock(6, 100), SampleMedia.probe(320, 180, 0, 6, 6)));
        publishedPictures();

        publish(pick(3, 6));

        PosterPublished poster = (PosterPublished) published.of(video, 2).getLast();
        assertThat(shownTime(stored.picture(poster.posters().getLast().object()), 8, 8, 144, 164))
                .isCloseTo(5.9, within(0.04));
    }

    @Test
    void soundHasNoFrameToPick() {
        publish(source(media.tone(), SampleMedia.soundProbe()));
        publishedPictures();

        publish(pick(1, 2));

        assertThat(published.of(video, 2).getLast())
                .isInstanceOfSatisfying(
                        PosterFailed.class,
                        failed -> assertThat(failed.failure().reason())
                                .isEqualTo(
                                        "No poster could be taken at 2.000 s. The video has no picture that could be its"
                                                + " poster."));
    }

    @Test
    void aStageThatIsGivenUpEndsAllTheSame() {
        SourceReady source = source(media.tone(), SampleMedia.soundProbe());

        HandlingOutcome given = handler.giveUp(source, "The store is away");

        assertThat(given).isInstanceOf(HandlingOutcome.Done.class);
        HandlingOutcome.Done done = (HandlingOutcome.Done) given;
        assertThat(done.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ThumbnailsFailed.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(FailureKind.RETRYABLE));
        // Seen again, it is the same end, and its record a dead letter.
        assertThat(handler.handle(source))
                .isInstanceOfSatisfying(
                        HandlingOutcome.Failed.class,
                        again -> assertThat(again.events()).isEqualTo(done.events()));
    }

    @Test
    void soundWithoutPictureGetsADrawingOfItselfAndNothingElse() {
        publish(source(media.tone(), SampleMedia.soundProbe()));

        ThumbnailsPublished pictures = publishedPictures();
        assertThat(pictures.storyboard()).isEmpty();
        assertThat(pictures.preview()).isEmpty();
        assertThat(pictures.posters()).extracting(Picture::width).containsExactly(320, 640, 1280);
        BufferedImage picture = stored.picture(pictures.posters().getLast().object());
        assertThat(StoredPictures.brightness(picture, 100, 350, 1000, 20))
                .isGreaterThan(StoredPictures.brightness(picture, 100, 10, 1000, 20) + 50);
    }

    @Test
    void aFileThatCannotBeDecodedFailsWithASentence() {
        byte[] clip = media.clock(10, 100);
        byte[] broken = Arrays.copyOf(clip, clip.length);
        Arrays.fill(broken, 0, broken.length, (byte) 7);

        publish(source(broken, SampleMedia.probe(320, 180, 0, 10, 10)));

        assertThat(published.of(video, 1).getFirst())
                .isInstanceOfSatisfying(
                        ThumbnailsFailed.class,
                        failed -> assertThat(failed.failure())
                                .isEqualTo(new Failure(
                                        FailureKind.PERMANENT,
                                        "No pictures could be made: the file's data cannot be decoded.")));
    }

    @Test
    void aSecondDeliveryRepeatsTheEventAndDrawsNothing() {
        SourceReady source = source(media.clock(4, 40), SampleMedia.probe(320, 180, 0, 4, 4));
        publish(source);
        VideoEvent first = published.of(video, 1).getFirst();
        List<ObjectRef> objects = objects();

        publish(source);

        assertThat(published.of(video, 2)).containsOnly(first);
        assertThat(objects()).isEqualTo(objects).isNotEmpty();
    }

    @Test
    void nothingIsDoneForAVideoThatWasDeleted() {
        SourceReady source = source(media.tone(), SampleMedia.soundProbe());
        store.put(buckets.work(), EndMarkers.tombstoneKey(video), "application/json", new byte[] {'{', '}'})
                .join();

        assertThat(handler.handle(source)).isEqualTo(HandlingOutcome.nothing());
        assertThat(objects()).isEmpty();
    }

    @Test
    void theSecondOfTwoAttemptsRemovesItsObjectsAndRepeatsTheEventOfTheFirst() {
        String marker = "videos/" + video + "/g1/thumbnails.json";
        String prefix = "videos/" + video + "/g1/thumbnails/second/";
        VideoEvent first = failure("first");
        var second = new StageEnd.Attempt(video, marker, buckets.media(), prefix);

        StageResult result = stageEnd.reach(
                second,
                () -> {
                    store.put(buckets.media(), prefix + "poster.jpg", "image/jpeg", new byte[1])
                            .join();
                    markers.commit(marker, first).join();
                    return new StageResult.Finished(failure("second"));
                },
                unexpected -> failure(unexpected.reason()));

        assertThat(result).isEqualTo(new StageResult.Finished(first));
        assertThat(objects()).isEmpty();
    }

    @Test
    void aVideoWhosePicturesHaveKilledTwoProcessesIsNotTriedAThirdTime() {
        String folder = "videos/" + video + "/g1/begun/thumbnails/";
        new BegunAttempts(store, buckets, () -> 2).begin(folder);
        new BegunAttempts(store, buckets, () -> 2).begin(folder);

        HandlingOutcome outcome = handler.handle(source(media.tone(), SampleMedia.soundProbe()));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        HandlingOutcome.Failed.class,
                        failed -> assertThat(failed.toString()).contains("died in the middle of it"));
        assertThat(objects()).isEmpty();
    }

    private ThumbnailsFailed failure(String reason) {
        return new ThumbnailsFailed(
                video, 1, new Failure(FailureKind.PERMANENT, reason), Instant.parse("2026-11-01T10:00:00Z"));
    }

    private SourceReady source(byte[] file, SourceProbe probe) {
        String key = "videos/" + video + "/source/test/original";
        ObjectRef object =
                store.put(buckets.work(), key, "application/octet-stream", file).join();
        return new SourceReady(video, 1, object, probe, Instant.parse("2026-11-01T10:00:00Z"));
    }

    private PosterRequested pick(int revision, double seconds) {
        return new PosterRequested(video, 1, revision, Optional.of(seconds), Instant.parse("2026-11-01T10:05:00Z"));
    }

    private void publish(VideoEvent event) {
        publisher.publishAll(List.of(event)).await().indefinitely();
    }

    private ThumbnailsPublished publishedPictures() {
        return (ThumbnailsPublished) published.of(video, 1).getFirst();
    }

    private List<ObjectRef> objects() {
        return store.list(buckets.media(), "videos/" + video + "/").join();
    }

    private void assertStoryboardTellsTheTime(Storyboard storyboard, int seconds) {
        BufferedImage sheet = stored.picture(storyboard.sheets().getFirst());
        assertThat(sheet.getWidth()).isEqualTo(storyboard.tileWidth() * storyboard.columns());
        assertThat(sheet.getHeight()).isEqualTo(storyboard.tileHeight() * storyboard.rows());
        List<MatchResult> cues =
                CUE.matcher(stored.text(storyboard.vtt())).results().toList();
        assertThat(cues).hasSize(seconds).hasSize(storyboard.tileCount());
        for (MatchResult cue : cues.subList(2, cues.size())) {
            double start = Double.parseDouble(cue.group(3));
            int x = Integer.parseInt(cue.group(4));
            int y = Integer.parseInt(cue.group(5));
            int width = Integer.parseInt(cue.group(6));
            int height = Integer.parseInt(cue.group(7));
            assertThat(shownTime(sheet, x + 8, y + 8, width / 2 - 16, height - 16))
                    .as("time shown on the tile of %s s", start)
                    .isBetween(start - 0.2, start + 1.2);
        }
    }

    private static double shownTime(BufferedImage picture, int x, int y, int width, int height) {
        double fullRange = StoredPictures.brightness(picture, x, y, width, height);
        // The clip's samples are in video range, 16 to 235; pictures are in full range.
        return (fullRange * 219 / 255 + 16 - 50) / 15;
    }

    private static double spread(BufferedImage picture, int x, int y, int width, int height) {
        double low = 255;
        double high = 0;
        for (int row = y; row < y + height; row += 2) {
            for (int column = x; column < x + width; column += 2) {
                double shade = StoredPictures.brightness(picture, column, row, 1, 1);
                low = Math.min(low, shade);
                high = Math.max(high, shade);
            }
        }
        return high - low;
    }
}
