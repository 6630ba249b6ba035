package io.anpip.upload.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anpip.upload.lifecycle.PartUpload;
import io.anpip.upload.lifecycle.UploadAnnouncement;
import io.anpip.upload.session.ChunkRules;
import io.anpip.upload.session.ClientParts;
import io.anpip.upload.session.DraftKind;
import io.anpip.upload.session.FileDescription;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.StoredChunk;
import io.anpip.upload.session.TusWords;
import io.anpip.upload.settings.UploadConfig;
import io.anpip.upload.storage.ChunkStorage;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The routes Uppy asks of its Companion for uploads to S3, under {@code /s3}: multipart uploads whose parts the browser puts into the store
 * itself (https://uppy.io/docs/aws-s3/). What the client takes for a key is the id of the upload and decides nothing.
 *
 * <p>Left out: the single upload, which has no call for its end (Uppy needs {@code shouldUseMultipart: true}), and credentials.
 */
@ApplicationScoped
public class CompanionRoute {

    private static final String ROOT = "/s3";

    /** Ten thousand parts with their tags fit. */
    private static final long LONGEST_BODY = 1024 * 1024;

    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,5}(,[0-9]{1,5}){0,999}");

    private final UploadAnnouncement announcement;
    private final PartUpload uploads;
    private final ChunkStorage storage;
    private final PublicAddress address;
    private final OwnerHeader owner;
    private final ObjectMapper json;
    private final UploadConfig config;

    public CompanionRoute(
            UploadAnnouncement announcement,
            PartUpload uploads,
            ChunkStorage storage,
            PublicAddress address,
            OwnerHeader owner,
            ObjectMapper json,
            UploadConfig config) {
        this.announcement = announcement;
        this.uploads = uploads;
        this.storage = storage;
        this.address = address;
        this.owner = owner;
        this.json = json;
        this.config = config;
    }

    /** What is going to be uploaded. */
    record Create(
            @Nullable String filename,
            @Nullable String type,
            @Nullable Map<String, @Nullable Object> metadata) {}

    /** What was created. */
    record Created(String key, String uploadId, String bucket) {}

    /** Where to put a part, and for how many seconds. */
    record Signed(String url, long expires) {}

    /** Where to put several. */
    record SignedBatch(Map<Integer, String> presignedUrls) {}

    /** A part that is there. */
    record Part(
            @JsonProperty("PartNumber") int number,
            @JsonProperty("Size") long sizeBytes,
            @JsonProperty("ETag") String etag) {}

    /** The parts that make the file. */
    record Complete(@Nullable List<@Nullable Named> parts) {}

    /** A part by its number and tag. */
    record Named(
            @JsonProperty("PartNumber") int number,
            @JsonProperty("ETag") @Nullable String etag) {}

    /** Where the video is. */
    record Completed(String location, String key, String bucket) {}

    void register(@Observes Router router) {
        // Before the server's own check of the length of bodies: a list of many parts is longer.
        int first = Integer.MIN_VALUE + 1;
        router.post(ROOT + "/multipart").order(first).handler(on(this::create));
        router.get(ROOT + "/multipart/:id/batch").order(first).handler(on(this::signBatch));
        router.post(ROOT + "/multipart/:id/complete").order(first).handler(on(this::complete));
        router.get(ROOT + "/multipart/:id/:number").order(first).handler(on(this::sign));
        router.get(ROOT + "/multipart/:id").order(first).handler(on(this::list));
        router.delete(ROOT + "/multipart/:id").order(first).handler(on(this::giveUp));
        router.get(ROOT + "/params")
                .order(first)
                .handler(on(exchange -> refuse(exchange, "Send the file in parts: set shouldUseMultipart to true.")));
        router.get(ROOT + "/sts")
                .order(first)
                .handler(
                        on(exchange -> refuse(exchange, "No credentials are given out; parts are signed one by one.")));
    }

    private static Handler<RoutingContext> on(Consumer<IntakeExchange> handler) {
        return route -> {
            route.response()
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .putHeader("X-Content-Type-Options", "nosniff");
            handler.accept(IntakeExchange.of(route));
        };
    }

    private void create(IntakeExchange exchange) {
        Uni<Created> created = body(exchange, Create.class)
                .map(body -> file(exchange, body))
                .chain(file -> announcement.openDraft(DraftKind.CUT_BY_CLIENT, file, OptionalLong.empty()))
                .map(draft -> new Created(draft.id().toString(), draft.id().toString(), storage.bucket()));
        answer(exchange, created);
    }

    private FileDescription file(IntakeExchange exchange, Create body) {
        Map<String, @Nullable Object> metadata = Objects.requireNonNullElse(body.metadata(), Map.of());
        return new FileDescription(
                Optional.ofNullable(body.filename())
                        .filter(name -> !name.isBlank())
                        .orElse("video"),
                Optional.ofNullable(body.type()).filter(type -> !type.isBlank()).orElse("application/octet-stream"),
                ClientWords.text(metadata, "title"),
                ClientWords.text(metadata, "profile"),
                TusWords.NONE,
                owner.in(exchange.request()));
    }

    private void sign(IntakeExchange exchange) {
        int number = number(exchange.pathParameter("number"));
        answer(
                exchange,
                signed(exchange, () -> List.of(number))
                        .map(urls -> new Signed(
                                urls.values().iterator().next(),
                                config.urlValidity().toSeconds())));
    }

    private void signBatch(IntakeExchange exchange) {
        answer(
                exchange,
                signed(exchange, () -> numbers(exchange.parameter("partNumbers")))
                        .map(SignedBatch::new));
    }

    private Uni<Map<Integer, String>> signed(IntakeExchange exchange, Supplier<List<Integer>> numbers) {
        return Uni.createFrom()
                .item(() -> exchange.uploadId())
                .chain(id -> uploads.sign(id, numbers.get()))
                .map(puts -> {
                    Map<Integer, String> urls = new TreeMap<>();
                    puts.forEach((number, put) -> urls.put(number, put.url().toString()));
                    return urls;
                });
    }

    private static List<Integer> numbers(String sent) {
        if (!NUMBERS.matcher(sent).matches()) {
            throw new Refusal.MalformedBody("asked with 'partNumbers=1,2,3', at most a thousand").asException();
        }
        return Arrays.stream(sent.split(",")).map(Integer::valueOf).toList();
    }

    private static int number(String sent) {
        return Optional.of(sent)
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    private void list(IntakeExchange exchange) {
        Uni<List<Part>> parts = Uni.createFrom()
                .item(() -> exchange.uploadId())
                .chain(uploads::parts)
                .map(found -> found.stream().map(CompanionRoute::part).toList());
        answer(exchange, parts);
    }

    /** Tags are quoted, as the store itself gives them. */
    private static Part part(StoredChunk chunk) {
        return new Part(chunk.number(), chunk.sizeBytes(), '"' + chunk.etag() + '"');
    }

    private void complete(IntakeExchange exchange) {
        Uni<Completed> completed = body(exchange, Complete.class)
                .map(CompanionRoute::named)
                .chain(parts -> {
                    var id = exchange.uploadId();
                    return uploads.complete(id, parts)
                            .replaceWith(() -> new Completed(
                                    address.of("/v1/videos/" + id, exchange.request()),
                                    id.toString(),
                                    storage.bucket()));
                });
        answer(exchange, completed);
    }

    private static ClientParts named(Complete body) {
        List<@Nullable Named> parts = Objects.requireNonNullElse(body.parts(), List.of());
        boolean isComplete = !parts.isEmpty()
                && parts.stream()
                        .allMatch(part -> part != null
                                && part.etag() != null
                                && part.number() >= 1
                                && part.number() <= ChunkRules.MAX_COUNT);
        if (!isComplete) {
            throw new Refusal.MalformedBody("an object with 'parts', each with its PartNumber and ETag").asException();
        }
        return new ClientParts(parts.stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(
                        Named::number,
                        part -> Objects.requireNonNullElse(part.etag(), "").replace("\"", ""),
                        (a, b) -> b)));
    }

    private void giveUp(IntakeExchange exchange) {
        Uni<Map<String, String>> given = Uni.createFrom()
                .item(() -> exchange.uploadId())
                .chain(uploads::giveUp)
                .replaceWith(Map.of());
        answer(exchange, given);
    }

    private void refuse(IntakeExchange exchange, String instead) {
        answer(exchange, Uni.createFrom().failure(new Refusal.NotOffered(instead).asException()));
    }

    private <T> Uni<T> body(IntakeExchange exchange, Class<T> type) {
        return exchange.wholeBody(LONGEST_BODY).map(body -> read(body, type));
    }

    private <T> T read(Buffer body, Class<T> type) {
        try {
            return Optional.ofNullable(json.readValue(body.getBytes(), type))
                    .orElseThrow(() -> new Refusal.MalformedBody("a JSON object").asException());
        } catch (IOException unreadable) {
            throw new Refusal.MalformedBody("a JSON object as Uppy sends it").asException();
        }
    }

    private <T> void answer(IntakeExchange exchange, Uni<T> work) {
        exchange.answer(work.map(this::written), body -> {
            exchange.body().discard();
            exchange.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(body);
        });
    }

    private Buffer written(Object answer) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(answer));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
