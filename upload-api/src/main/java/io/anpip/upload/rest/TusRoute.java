package io.anpip.upload.rest;

import io.anpip.upload.intake.PromisedDigest;
import io.anpip.upload.intake.TusMetadata;
import io.anpip.upload.lifecycle.Announced;
import io.anpip.upload.lifecycle.ByteIntake;
import io.anpip.upload.lifecycle.ByteIntake.Standing;
import io.anpip.upload.lifecycle.UploadAnnouncement;
import io.anpip.upload.lifecycle.UploadInspection;
import io.anpip.upload.lifecycle.Withdrawal;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.RefusedException;
import io.anpip.upload.session.Upload;
import io.anpip.upload.session.UploadState;
import io.anpip.upload.settings.UploadConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * tus 1.0 under {@code /tus}: the core protocol and the extensions creation, creation-with-upload, termination, expiration and checksum
 * (https://tus.io/protocols/resumable-upload). The last byte finalizes; there is no other call for it.
 *
 * <p>Failure: what may be better in a moment is answered 423 or 5xx, which clients try again; another 4xx makes them forget the upload.
 */
@ApplicationScoped
public class TusRoute {

    private static final String ROOT = "/tus";
    private static final String VERSION = "1.0.0";
    private static final String EXTENSIONS = "creation,creation-with-upload,termination,expiration,checksum";
    private static final String BYTES = "application/offset+octet-stream";

    private final UploadAnnouncement announcement;
    private final UploadInspection inspection;
    private final ByteIntake intake;
    private final Withdrawal withdrawal;
    private final PublicAddress address;
    private final OwnerHeader owner;
    private final UploadConfig config;

    public TusRoute(
            UploadAnnouncement announcement,
            UploadInspection inspection,
            ByteIntake intake,
            Withdrawal withdrawal,
            PublicAddress address,
            OwnerHeader owner,
            UploadConfig config) {
        this.announcement = announcement;
        this.inspection = inspection;
        this.intake = intake;
        this.withdrawal = withdrawal;
        this.address = address;
        this.owner = owner;
        this.config = config;
    }

    void register(@Observes Router router) {
        // Before the server's own check of the length of bodies: these are parts of files.
        router.route(ROOT).order(Integer.MIN_VALUE + 1).handler(this::collection);
        router.route(ROOT + "/").order(Integer.MIN_VALUE + 1).handler(this::collection);
        router.route(ROOT + "/:id").order(Integer.MIN_VALUE + 1).handler(this::upload);
    }

    private void collection(RoutingContext route) {
        IntakeExchange exchange = begun(route);
        switch (method(exchange)) {
            case "OPTIONS" -> capabilities(exchange);
            case "POST" -> ifOfThisVersion(exchange, () -> create(exchange));
            default -> exchange.end(405);
        }
    }

    private void upload(RoutingContext route) {
        IntakeExchange exchange = begun(route);
        switch (method(exchange)) {
            case "OPTIONS" -> capabilities(exchange);
            case "HEAD" -> ifOfThisVersion(exchange, () -> look(exchange));
            case "PATCH" -> ifOfThisVersion(exchange, () -> append(exchange));
            case "DELETE" -> ifOfThisVersion(exchange, () -> terminate(exchange));
            default -> exchange.end(405);
        }
    }

    private static IntakeExchange begun(RoutingContext route) {
        IntakeExchange exchange = IntakeExchange.of(route);
        exchange.response()
                .putHeader("Tus-Resumable", VERSION)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return exchange;
    }

    private static String method(IntakeExchange exchange) {
        String method = exchange.request().method().name();
        String instead = exchange.header("X-HTTP-Method-Override");
        return method.equals("POST") && !instead.isEmpty() ? instead : method;
    }

    private void capabilities(IntakeExchange exchange) {
        exchange.response()
                .putHeader("Tus-Version", VERSION)
                .putHeader("Tus-Extension", EXTENSIONS)
                .putHeader("Tus-Max-Size", Long.toString(config.maxFileSize().asLongValue()))
                .putHeader("Tus-Checksum-Algorithm", PromisedDigest.OFFERED);
        exchange.end(204);
    }

    private static void ifOfThisVersion(IntakeExchange exchange, Runnable handling) {
        if (exchange.header("Tus-Resumable").equals(VERSION)) {
            handling.run();
        } else {
            exchange.response().putHeader("Tus-Version", VERSION);
            exchange.end(412);
        }
    }

    private void create(IntakeExchange exchange) {
        boolean hasBody = exchange.header("Content-Type").equals(BYTES);
        Uni<Standing> created = Uni.createFrom()
                .item(() -> announced(exchange))
                .chain(announcement::open)
                .map(ByteIntake::atTheBeginning)
                .chain(at -> begin(exchange, at, hasBody));
        exchange.answer(created, at -> {
            HttpServerResponse response = exchange.response()
                    .putHeader(
                            HttpHeaders.LOCATION,
                            address.of(ROOT + '/' + at.upload().id(), exchange.request()));
            expires(response, at.upload());
            if (hasBody) {
                response.putHeader("Upload-Offset", Long.toString(at.received().offset()));
            }
            exchange.end(201);
        });
    }

    private Uni<Standing> begin(IntakeExchange exchange, Standing at, boolean hasBody) {
        if (at.upload().plan().sizeBytes() == 0) {
            return intake.emptyFile(at.upload());
        }
        return hasBody
                ? intake.receive(at, 0, promised(exchange), exchange.body())
                : Uni.createFrom().item(at);
    }

    private Announced announced(IntakeExchange exchange) {
        long size = exchange.number("Upload-Length")
                .orElseThrow(
                        () -> new Refusal.MalformedBody("announced with its length in Upload-Length").asException());
        String header = exchange.header("Upload-Metadata");
        TusMetadata metadata = TusMetadata.parse(header)
                .orElseThrow(() -> new Refusal.MalformedBody(
                                "described in Upload-Metadata by keys with values in base64, separated by commas")
                        .asException());
        return new Announced(
                metadata.first("filename", "name").orElse("video"),
                size,
                metadata.first("filetype", "type").orElse("application/octet-stream"),
                metadata.first("title"),
                metadata.first("profile"),
                Optional.of(header).filter(sent -> !sent.isBlank()),
                owner.in(exchange.request()));
    }

    private void look(IntakeExchange exchange) {
        Uni<Described> described = standing(exchange)
                .chain(at -> inspection.tusMetadata(at.upload().id()).map(metadata -> new Described(at, metadata)));
        exchange.answer(described, found -> {
            HttpServerResponse response = exchange.response()
                    .putHeader(
                            "Upload-Offset", Long.toString(found.at().received().offset()))
                    .putHeader(
                            "Upload-Length",
                            Long.toString(found.at().upload().plan().sizeBytes()));
            found.metadata().ifPresent(metadata -> response.putHeader("Upload-Metadata", metadata));
            expires(response, found.at().upload());
            exchange.end(200);
        });
    }

    private record Described(Standing at, Optional<String> metadata) {}

    private void append(IntakeExchange exchange) {
        if (!exchange.header("Content-Type").equals(BYTES)) {
            exchange.end(415);
            return;
        }
        Uni<Standing> appended = Uni.createFrom()
                .item(() -> exchange.number("Upload-Offset")
                        .orElseThrow(
                                () -> new Refusal.MalformedBody("sent with its place in Upload-Offset").asException()))
                .chain(offset -> standing(exchange).chain(at -> append(exchange, at, offset)));
        exchange.answer(appended, at -> {
            expires(
                    exchange.response()
                            .putHeader(
                                    "Upload-Offset", Long.toString(at.received().offset())),
                    at.upload());
            exchange.end(204);
        });
    }

    private Uni<Standing> append(IntakeExchange exchange, Standing at, long offset) {
        if (offset != at.received().offset()) {
            throw new Refusal.WrongOffset(at.received().offset(), offset).asException();
        }
        return intake.receive(at, 0, promised(exchange), exchange.body());
    }

    private static Optional<PromisedDigest> promised(IntakeExchange exchange) {
        String header = exchange.header("Upload-Checksum");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(PromisedDigest.parse(header)
                .orElseThrow(() -> new Refusal.MalformedBody(
                                "sent with an Upload-Checksum of one of these algorithms, in base64: "
                                        + PromisedDigest.OFFERED)
                        .asException()));
    }

    private void terminate(IntakeExchange exchange) {
        Uni<Void> terminated = Uni.createFrom()
                .item(() -> exchange.uploadId())
                .chain(id -> intake.standing(id)
                        .chain(at -> at.upload().state() == UploadState.OPEN
                                ? withdrawal.abort(id, Withdrawal.BY_CLIENT)
                                : withdrawal.delete(id)));
        exchange.answer(gone(terminated), done -> exchange.end(204));
    }

    private Uni<Standing> standing(IntakeExchange exchange) {
        return gone(Uni.createFrom().item(() -> exchange.uploadId()).chain(intake::standing));
    }

    /** For this protocol an upload that was given up is not there. */
    private static <T> Uni<T> gone(Uni<T> call) {
        return call.onFailure(failure -> failure instanceof RefusedException refused
                        && refused.refusal() instanceof Refusal.UploadNotOpen)
                .transform(failure -> new Refusal.NoSuchUpload().asException());
    }

    private static void expires(HttpServerResponse response, Upload upload) {
        if (upload.state() == UploadState.OPEN) {
            response.putHeader("Upload-Expires", date(upload.expiresAt()));
        }
    }

    private static String date(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
