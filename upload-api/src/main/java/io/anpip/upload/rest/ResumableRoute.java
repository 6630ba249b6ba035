package io.anpip.upload.rest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anpip.upload.intake.ContentRange;
import io.anpip.upload.intake.Received;
import io.anpip.upload.lifecycle.Announced;
import io.anpip.upload.lifecycle.ByteIntake;
import io.anpip.upload.lifecycle.ByteIntake.Standing;
import io.anpip.upload.lifecycle.UploadAnnouncement;
import io.anpip.upload.lifecycle.Withdrawal;
import io.anpip.upload.session.FileDescription;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.TusWords;
import io.anpip.upload.session.Upload;
import io.anpip.upload.settings.WebConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Uploads by PUT with Content-Range under {@code /resumable}, as Google's resumable uploads, UpChunk and uploadx speak it: POST announces the
 * file, PUT brings ranges in order and is answered 308 with the range that is there, or 201 with the last; {@code bytes *}{@code /total}
 * asks how far it has come; DELETE gives up.
 *
 * <p>A plain route and no REST resource: the body is taken as it comes, and only as fast as the store takes it.
 */
@ApplicationScoped
public class ResumableRoute {

    private static final String ROOT = "/resumable";
    private static final int RESUME_INCOMPLETE = 308;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final UploadAnnouncement announcement;
    private final ByteIntake intake;
    private final Withdrawal withdrawal;
    private final PublicAddress address;
    private final OwnerHeader owner;
    private final ObjectMapper json;
    private final long longestBody;

    public ResumableRoute(
            UploadAnnouncement announcement,
            ByteIntake intake,
            Withdrawal withdrawal,
            PublicAddress address,
            OwnerHeader owner,
            ObjectMapper json,
            WebConfig config) {
        this.announcement = announcement;
        this.intake = intake;
        this.withdrawal = withdrawal;
        this.address = address;
        this.owner = owner;
        this.json = json;
        this.longestBody = config.maxBodySize().asLongValue();
    }

    void register(@Observes Router router) {
        // Before the server's own check of the length of bodies: these are parts of files.
        router.post(ROOT).order(Integer.MIN_VALUE + 1).handler(exchange -> create(IntakeExchange.of(exchange)));
        router.put(ROOT + "/:id").order(Integer.MIN_VALUE + 1).handler(exchange -> put(IntakeExchange.of(exchange)));
        router.delete(ROOT + "/:id")
                .order(Integer.MIN_VALUE + 1)
                .handler(exchange -> giveUp(IntakeExchange.of(exchange)));
    }

    private void create(IntakeExchange exchange) {
        Uni<Upload> created =
                body(exchange).map(body -> announced(exchange, body)).chain(announcement::open);
        exchange.answer(created, upload -> {
            exchange.response()
                    .putHeader(HttpHeaders.LOCATION, address.of(ROOT + '/' + upload.id(), exchange.request()))
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            exchange.end(201);
        });
    }

    private Announced announced(IntakeExchange exchange, Map<String, Object> body) {
        long size = exchange.number("X-Upload-Content-Length").stream()
                .boxed()
                .findFirst()
                .or(() -> Optional.ofNullable(body.get("sizeBytes"))
                        .filter(Number.class::isInstance)
                        .map(number -> ((Number) number).longValue())
                        .filter(number -> number >= 0))
                .orElseThrow(() -> new Refusal.MalformedBody(
                                "announced with its size: send X-Upload-Content-Length, or 'sizeBytes' in a JSON object")
                        .asException());
        FileDescription file = new FileDescription(
                ClientWords.text(body, "filename")
                        .or(() -> ClientWords.text(body, "name"))
                        .orElse("video"),
                Optional.of(exchange.header("X-Upload-Content-Type"))
                        .filter(type -> !type.isEmpty())
                        .orElse("application/octet-stream"),
                ClientWords.text(body, "title"),
                ClientWords.text(body, "profile"),
                TusWords.NONE,
                owner.in(exchange.request()));
        return new Announced(file, size);
    }

    private Uni<Map<String, Object>> body(IntakeExchange exchange) {
        return exchange.wholeBody(longestBody).map(this::object);
    }

    private Map<String, Object> object(Buffer body) {
        if (body.length() == 0) {
            return Map.of();
        }
        try {
            return json.readValue(body.getBytes(), OBJECT);
        } catch (IOException unreadable) {
            throw new Refusal.MalformedBody("a JSON object with 'filename', and 'title' and 'profile' where wanted")
                    .asException();
        }
    }

    private void put(IntakeExchange exchange) {
        Uni<Standing> standing = Uni.createFrom()
                .item(() -> exchange.uploadId())
                .chain(intake::standing)
                .invoke(ResumableRoute::mustBeAnUpload)
                .chain(at -> take(exchange, at));
        exchange.answer(standing, at -> answer(exchange, at));
    }

    /** What was begun by another protocol and is no upload yet is not gone on with here. */
    private static void mustBeAnUpload(Standing at) {
        if (!(at.of() instanceof Upload)) {
            throw new Refusal.NoSuchUpload().asException();
        }
    }

    private Uni<Standing> take(IntakeExchange exchange, Standing at) {
        long size = at.of().plan().sizeBytes();
        return switch (range(exchange, size)) {
            case ContentRange.Probe(long total) when total != size -> wrongSize(size);
            case ContentRange.Probe ignored when size == 0 -> intake.emptyFile(at.of());
            case ContentRange.Probe ignored -> intake.completed(at);
            case ContentRange.Bytes(long ignored, long last, long total)
            when total != size || last >= size -> wrongSize(size);
            // From further on than the next byte: the answer says where to go on.
            case ContentRange.Bytes(long first, long ignored, long ignoredTotal)
            when first > at.received().offset() -> Uni.createFrom().item(at);
            case ContentRange.Bytes(long first, long ignored, long ignoredTotal) ->
                intake.receive(at, at.received().offset() - first, Optional.empty(), exchange.body());
        };
    }

    /** Without the header the body is the whole file. */
    private static ContentRange range(IntakeExchange exchange, long size) {
        String header = exchange.header("Content-Range");
        if (header.isEmpty()) {
            return size == 0 ? new ContentRange.Probe(0) : new ContentRange.Bytes(0, size - 1, size);
        }
        return ContentRange.parse(header)
                .orElseThrow(() -> new Refusal.MalformedBody(
                                "sent with 'Content-Range: bytes first-last/total', or 'bytes */total' to ask how far it is")
                        .asException());
    }

    private static Uni<Standing> wrongSize(long size) {
        return Uni.createFrom().failure(new Refusal.WrongSize(size).asException());
    }

    private void answer(IntakeExchange exchange, Standing at) {
        HttpServerResponse response = exchange.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Received received = at.received();
        if (received.isComplete()) {
            response.putHeader(
                    HttpHeaders.LOCATION, address.of("/v1/videos/" + at.of().id(), exchange.request()));
            exchange.end(201);
        } else {
            if (received.offset() > 0) {
                response.putHeader("Range", "bytes=0-" + (received.offset() - 1));
            }
            exchange.end(RESUME_INCOMPLETE);
        }
    }

    private void giveUp(IntakeExchange exchange) {
        Uni<Void> given = Uni.createFrom()
                .item(() -> exchange.uploadId())
                .chain(id -> withdrawal.abort(id, Withdrawal.BY_CLIENT));
        exchange.answer(given, done -> exchange.end(204));
    }
}
