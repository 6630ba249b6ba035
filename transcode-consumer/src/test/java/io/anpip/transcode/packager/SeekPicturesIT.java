package io.anpip.transcode.packager;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.localstack.LocalStack;
import io.anpip.localstack.LocalStackAddresses;
import io.anpip.localstack.LocalStackSettings;
import io.anpip.messaging.HandlingOutcome;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.EndMarkers;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.AudioEncoded;
import io.anpip.schemas.ChunkEncoded;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ImagesAdded;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.Storyboard;
import io.anpip.schemas.StreamPlayable;
import io.anpip.schemas.StreamPublished;
import io.anpip.schemas.ThumbnailsFailed;
import io.anpip.schemas.ThumbnailsPublished;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import io.anpip.transcode.Sources;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.cmaf.EncodedInit;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.cmaf.EncodedSegment;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.storage.DownloadMarkers;
import io.anpip.transcode.storage.ImageMarkers;
import io.anpip.transcode.storage.PlanStore;
import io.anpip.transcode.storage.TaskMarker;
import io.anpip.transcode.storage.TaskMarkers;
import io.anpip.transcode.storage.VideoKeys;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** When the pictures of a video join its stream, over a real store: whichever event comes last completes it. */
@SuppressWarnings("NullAway.Init")
class SeekPicturesIT {

    private static final Buckets BUCKETS = Buckets.withPrefix("anpip-");
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @TempDir
    static Path directory;

    private static LocalStack stack;
    private static ObjectStore store;
    private static PackageHandler packager;
    private static ImagesHandler images;
    private static PlanStore plans;
    private static TaskMarkers markers;

    private VideoKeys keys;
    private EncodingPlan plan;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(LocalStackSettings.in(directory));
        store = store(stack.addresses().s3());
        TranscodeConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(TranscodeConfig.class)
                .build()
                .getConfigMapping(TranscodeConfig.class);
        EndMarkers ends = new EndMarkers(store, BUCKETS);
        ImageMarkers imageMarkers = new ImageMarkers(store, BUCKETS);
        ImageFolder folder = new ImageFolder(store, BUCKETS, config);
        plans = new PlanStore(store, BUCKETS);
        markers = new TaskMarkers(store, BUCKETS);
        packager = new PackageHandler(
                plans,
                markers,
                ends,
                new StreamFolder(store, BUCKETS, config),
                new DownloadMarkers(store, BUCKETS),
                imageMarkers,
                folder,
                config);
        images = new ImagesHandler(ends, imageMarkers, folder);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @BeforeEach
    void aNewVideo() {
        keys = new VideoKeys(new VideoId(UUID.randomUUID()), 1);
        plan = EncodingPlan.of(
                keys.videoId(),
                1,
                new ObjectRef(BUCKETS.work(), "source", 1000, "tag"),
                Sources.probe(10, Optional.of(Sources.video(426, 240, 10)), Sources.audio(1, 0, 10)),
                Sources.settings());
    }

    @Test
    void aStreamIsPlayableWithoutItsPicturesAndPublishedWithThem() {
        ObjectRef planObject = plans.store(keys, plan).object();
        assertThat(handled(picture(planObject))).isEmpty();
        assertThat(handled(sound(planObject))).hasExactlyElementsOfTypes(StreamPlayable.class);

        ImagesAdded added = added(thumbnails());

        assertThat(added.sheetCount()).isEqualTo(1);
        assertThat(handled(added)).hasExactlyElementsOfTypes(StreamPlayable.class, StreamPublished.class);
        assertHasPictures();
    }

    @Test
    void picturesThatCameBeforeThePlanAreTakenWhenTheRestIsThere() {
        assertThat(handled(added(thumbnails()))).isEmpty();
        ObjectRef planObject = plans.store(keys, plan).object();
        handled(sound(planObject));

        assertThat(handled(picture(planObject))).hasExactlyElementsOfTypes(StreamPlayable.class, StreamPublished.class);
        assertHasPictures();
    }

    @Test
    void aVideoWhosePicturesFailedIsPublishedWithoutThem() {
        ObjectRef planObject = plans.store(keys, plan).object();
        handled(sound(planObject));
        handled(picture(planObject));

        ImagesAdded none = added(new ThumbnailsFailed(
                keys.videoId(), 1, new Failure(FailureKind.PERMANENT, "All of it is damaged."), NOW));

        assertThat(none.sheetCount()).isZero();
        assertThat(handled(none)).hasExactlyElementsOfTypes(StreamPlayable.class, StreamPublished.class);
        assertThat(text("master.m3u8")).contains("#EXT-X-STREAM-INF").doesNotContain("IMAGE");
        assertThat(text("manifest.mpd")).contains("contentType=\"video\"").doesNotContain("image");
    }

    @Test
    void whatIsDeliveredAgainChangesNothing() {
        ObjectRef planObject = plans.store(keys, plan).object();
        AudioEncoded sound = sound(planObject);
        ChunkEncoded picture = picture(planObject);
        ThumbnailsPublished thumbnails = thumbnails();
        ImagesAdded added = added(thumbnails);
        handled(sound);
        VideoEvent end = handled(picture).getLast();

        assertThat(added(thumbnails)).isEqualTo(added);
        assertThat(handled(added)).containsExactly(end);
        assertThat(handled(sound)).containsExactly(end);
    }

    @Test
    void picturesThatAreGivenUpAreSettledAsNone() {
        ThumbnailsPublished thumbnails = thumbnails();

        HandlingOutcome given = images.giveUp(thumbnails, "The store refuses to copy");

        assertThat(given).isEqualTo(images.handle(thumbnails));
        assertThat(given)
                .isInstanceOfSatisfying(
                        HandlingOutcome.Done.class,
                        done -> assertThat(done.events())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        ImagesAdded.class,
                                        added -> assertThat(added.sheetCount()).isZero()));
    }

    private void assertHasPictures() {
        assertThat(text("master.m3u8"))
                .endsWith("#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=4,CODECS=\"jpeg\",RESOLUTION=160x90,"
                        + "URI=\"images/images.m3u8\"\n");
        assertThat(text("manifest.mpd")).contains("media=\"$RepresentationID$/sheet-$Number%03d$.jpg\"");
        assertThat(text("images/images.m3u8")).isEqualTo("the playlist");
        assertThat(text("images/sheet-001.jpg")).isEqualTo("sheet");
    }

    private static List<VideoEvent> handled(VideoEvent event) {
        return ((HandlingOutcome.Done) packager.handle(event)).events();
    }

    private static ImagesAdded added(VideoEvent end) {
        return (ImagesAdded)
                ((HandlingOutcome.Done) images.handle(end)).events().getFirst();
    }

    private ThumbnailsPublished thumbnails() {
        Storyboard storyboard = new Storyboard(
                put(BUCKETS.media(), "thumbnails/a/storyboard.vtt", "cues"),
                List.of(put(BUCKETS.media(), "thumbnails/a/sheet-001.jpg", "sheet")),
                160,
                90,
                10,
                1,
                10,
                1,
                Optional.empty(),
                Optional.of(put(BUCKETS.media(), "thumbnails/a/images.m3u8", "the playlist")));
        return new ThumbnailsPublished(keys.videoId(), 1, List.of(), Optional.of(storyboard), Optional.empty(), NOW);
    }

    private ChunkEncoded picture(ObjectRef planObject) {
        int timescale = plan.grid().orElseThrow().timescale();
        List<EncodedRendition> renditions = plan.rungs().stream()
                .map(rung -> rendition(
                        rung.name(), timescale, plan.grid().orElseThrow().segmentCount(), "avc1.64001E"))
                .toList();
        ObjectRef marker =
                markers.commit(keys.chunkMarker(0), new TaskMarker("chunk-00000", keys.attempts() + "v/", renditions));
        int frames = Math.toIntExact(plan.grid().orElseThrow().totalFrames());
        return new ChunkEncoded(keys.videoId(), 1, "chunk-00000", planObject, 0, frames, frames, marker);
    }

    private AudioEncoded sound(ObjectRef planObject) {
        EncodedRendition rendition = rendition(
                plan.audio().getFirst().name(),
                48_000,
                plan.audioGrid().segmentFrames().size(),
                "mp4a.40.2");
        ObjectRef marker = markers.commit(
                keys.audioMarker(0), new TaskMarker("audio-00000", keys.attempts() + "a/", List.of(rendition)));
        return new AudioEncoded(keys.videoId(), 1, "audio-00000", planObject, 0, marker);
    }

    private EncodedRendition rendition(String name, int timescale, int segments, String codecs) {
        ObjectRef init = put(BUCKETS.work(), "attempts/" + name + "/init.mp4", "init");
        return new EncodedRendition(
                name,
                timescale,
                new EncodedInit(init, "aa", codecs),
                IntStream.rangeClosed(1, segments)
                        .mapToObj(number -> new EncodedSegment(
                                number,
                                put(BUCKETS.work(), "attempts/" + name + '/' + number + ".m4s", "segment " + number),
                                "bb",
                                5L * timescale,
                                List.of()))
                        .toList());
    }

    private ObjectRef put(String bucket, String name, String text) {
        return store.put(
                        bucket,
                        "videos/" + keys.videoId() + "/g1/" + name,
                        "application/octet-stream",
                        text.getBytes(StandardCharsets.UTF_8))
                .join();
    }

    private String text(String name) {
        return new String(
                store.get(BUCKETS.media(), keys.stream() + name).join().orElseThrow(), StandardCharsets.UTF_8);
    }

    private static ObjectStore store(LocalStackAddresses.S3 s3) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create(s3.accessKey(), s3.secretKey()));
        S3AsyncClient client = S3AsyncClient.builder()
                .endpointOverride(s3.endpoint())
                .region(Region.of(s3.region()))
                .credentialsProvider(credentials)
                .forcePathStyle(true)
                .build();
        return new ObjectStore(
                client,
                S3Presigner.builder()
                        .region(Region.of(s3.region()))
                        .credentialsProvider(credentials)
                        .build(),
                Clock.systemUTC());
    }
}
