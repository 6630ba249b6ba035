package io.anpip.upload.rest;

import io.anpip.schemas.VideoId;
import io.anpip.upload.intake.PromisedDigest;
import io.anpip.upload.intake.Received;
import io.anpip.upload.intake.TusConcat;
import io.anpip.upload.intake.TusMetadata;
import io.anpip.upload.lifecycle.Announced;
import io.anpip.upload.lifecycle.ByteIntake;
import io.anpip.upload.lifecycle.ByteIntake.Standing;
import io.anpip.upload.lifecycle.Joining;
import io.anpip.upload.lifecycle.UploadAnnouncement;
import io.anpip.upload.lifecycle.UploadInspection;
import io.anpip.upload.lifecycle.Withdrawal;
import io.anpip.upload.session.Draft;
import io.anpip.upload.session.DraftKind;
import io.anpip.upload.session.FileDescription;
import io.anpip.upload.session.Incoming;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.RefusedException;
import io.anpip.upload.session.TusWords;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * tus 1.0 under {@code /tus}: the core protocol and the extensions creation, creation-with-upload, creation-defer-length, termination,
 * expiration, checksum and concatenation
 * (https://tus.io/protocols/resumable-upload). The last byte finalizes; there is no other call for it.
 *
 * <p>Failure: what may be better in a moment is answered 423 or 5xx, which clients try again; another 4xx makes them forget the upload.
 */
@ApplicationScoped
public class TusRoute {

    private static final String ROOT = "/tus";
    private static final String VERSION = "1.0.0";
    private static final String EXTENSIONS =
            "creation,creation-with-upload,creation-defer-length,termination,expiration,checksum,concatenation";
    private static final String BYTES = "application/offset+octet-stream";

    private final UploadAnnouncement announcement;
    private final UploadInspection inspection;
    private final ByteIntake intake;
    private final Joining joining;
    private final Withdrawal withdrawal;
    private final PublicAddress address;
    private final OwnerHeader owner;
    private final UploadConfig config;

    public TusRoute(
            UploadAnnouncement announcement,
            UploadInspection inspection,
            ByteIntake intake,
            Joining joining,
            Withdrawal withdrawal,
            PublicAddress address,
            OwnerHeader owner,
            UploadConfig config) {
        this.announcement = announcement;
        this.inspection = inspection;
        this.intake = intake;
        this.joining = joining;
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
        Uni<Standing> created = Uni.createFrom()
                .item(() -> concat(exchange))
                .chain(concat -> concat.isPresent() && concat.get() instanceof TusConcat.Final(var parts)
                        ? joined(exchange, parts)
                        : opened(exchange, concat.isPresent())
                                .chain(at -> begin(exchange, Standing.atTheBeginningOf(at))));
        exchange.answer(created, at -> {
            HttpServerResponse response = exchange.response()
                    .putHeader(
                            HttpHeaders.LOCATION,
                            address.of(ROOT + '/' + at.of().id(), exchange.request()));
            expires(response, at.of());
            if (hasBytes(exchange)) {
                response.putHeader("Upload-Offset", Long.toString(at.received().offset()));
            }
            exchange.end(201);
        });
    }

    private static Optional<TusConcat> concat(IntakeExchange exchange) {
        String header = exchange.header("Upload-Concat");
        return header.isEmpty()
                ? Optional.empty()
                : Optional.of(TusConcat.parse(header)
                        .orElseThrow(() -> new Refusal.MalformedBody(
                                        "announced with 'Upload-Concat: partial', or 'final;' and the addresses of its parts")
                                .asException()));
    }

    private Uni<Standing> joined(IntakeExchange exchange, List<VideoId> parts) {
        if (!exchange.header("Upload-Length").isEmpty() || hasBytes(exchange)) {
            throw new Refusal.MalformedBody(
                            "announced without a length and without bytes when it is joined from others")
                    .asException();
        }
        TusWords words = new TusWords(metadata(exchange), Optional.of(exchange.header("Upload-Concat")));
        return joining.join(parts, file(exchange, words))
                .map(upload -> new Standing(upload, Received.all(upload.plan())));
    }

    private Uni<? extends Incoming> opened(IntakeExchange exchange, boolean isPart) {
        OptionalLong size = announcedSize(exchange);
        FileDescription file = file(exchange, new TusWords(metadata(exchange), Optional.empty()));
        if (isPart) {
            long known = size.orElseThrow(
                    () -> new Refusal.MalformedBody("announced with its length in Upload-Length when it is a part")
                            .asException());
            return announcement.openDraft(DraftKind.TO_BE_JOINED, file, OptionalLong.of(known));
        }
        return size.isPresent()
                ? announcement.open(new Announced(file, size.getAsLong()))
                : announcement.openDraft(DraftKind.LENGTH_TO_COME, file, size);
    }

    /** Empty when it comes later. Either the length or that it comes later has to be said, and not both. */
    private static OptionalLong announcedSize(IntakeExchange exchange) {
        String later = exchange.header("Upload-Defer-Length");
        OptionalLong size = exchange.number("Upload-Length");
        boolean isOne = later.isEmpty()
                ? size.isPresent()
                : later.equals("1") && exchange.header("Upload-Length").isEmpty();
        if (!isOne) {
            throw new Refusal.MalformedBody(
                            "announced with its length in Upload-Length, or with 'Upload-Defer-Length: 1'")
                    .asException();
        }
        return size;
    }

    private Uni<Standing> begin(IntakeExchange exchange, Standing at) {
        if (at.of().plan().sizeBytes() == 0) {
            return intake.emptyFile(at.of());
        }
        return hasBytes(exchange)
                ? intake.receive(at, 0, promised(exchange), exchange.body())
                : Uni.createFrom().item(at);
    }

    private static boolean hasBytes(IntakeExchange exchange) {
        return exchange.header("Content-Type").equals(BYTES);
    }

    private static Optional<String> metadata(IntakeExchange exchange) {
        return Optional.of(exchange.header("Upload-Metadata")).filter(sent -> !sent.isBlank());
    }

    private FileDescription file(IntakeExchange exchange, TusWords words) {
        TusMetadata metadata = TusMetadata.parse(words.metadata().orElse(""))
                .orElseThrow(() -> new Refusal.MalformedBody(
                                "described in Upload-Metadata by keys with values in base64, separated by commas")
                        .asException());
        return new FileDescription(
                metadata.first("filename", "name").orElse("video"),
                metadata.first("filetype", "type").orElse("application/octet-stream"),
                metadata.first("title"),
                metadata.first("profile"),
                words,
                owner.in(exchange.request()));
    }

    private void look(IntakeExchange exchange) {
        Uni<Described> described = standing(exchange).chain(at -> words(at).map(words -> new Described(at, words)));
        exchange.answer(described, found -> {
            Incoming incoming = found.at().of();
            HttpServerResponse response = exchange.response()
                    .putHeader(
                            "Upload-Offset", Long.toString(found.at().received().offset()));
            if (isLengthToCome(incoming)) {
                response.putHeader("Upload-Defer-Length", "1");
            } else {
                response.putHeader(
                        "Upload-Length", Long.toString(incoming.plan().sizeBytes()));
            }
            found.words().metadata().ifPresent(metadata -> response.putHeader("Upload-Metadata", metadata));
            found.words().concat().ifPresent(concat -> response.putHeader("Upload-Concat", concat));
            expires(response, incoming);
            exchange.end(200);
        });
    }

    private record Described(Standing at, TusWords words) {}

    private Uni<TusWords> words(Standing at) {
        return switch (at.of()) {
            case Upload upload -> inspection.tusWords(upload.id());
            case Draft draft ->
                Uni.createFrom()
                        .item(new TusWords(
                                draft.file().tus().metadata(),
                                draft.kind() == DraftKind.TO_BE_JOINED ? Optional.of("partial") : Optional.empty()));
        };
    }

    private static boolean isLengthToCome(Incoming incoming) {
        return incoming instanceof Draft draft && draft.kind() == DraftKind.LENGTH_TO_COME;
    }

    private void append(IntakeExchange exchange) {
        if (!hasBytes(exchange)) {
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
                    at.of());
            exchange.end(204);
        });
    }

    private Uni<Standing> append(IntakeExchange exchange, Standing at, long offset) {
        return mayTakeBytes(at).chain(() -> {
            if (offset != at.received().offset()) {
                throw new Refusal.WrongOffset(at.received().offset(), offset).asException();
            }
            return measured(exchange, at)
                    .chain(now -> now.of().plan().sizeBytes() == 0
                            ? intake.emptyFile(now.of())
                            : intake.receive(now, 0, promised(exchange), exchange.body()));
        });
    }

    /** One that was joined from others takes none. */
    private Uni<Void> mayTakeBytes(Standing at) {
        if (!(at.of() instanceof Upload upload) || upload.state() == UploadState.OPEN) {
            return Uni.createFrom().voidItem();
        }
        return inspection
                .tusWords(upload.id())
                .invoke(words -> {
                    if (words.concat().isPresent()) {
                        throw new Refusal.JoinedFromOthers().asException();
                    }
                })
                .replaceWithVoid();
    }

    /** Takes note of a length that is said only now; one that was said already can't change. */
    private Uni<Standing> measured(IntakeExchange exchange, Standing at) {
        if (exchange.header("Upload-Length").isEmpty()) {
            return Uni.createFrom().item(at);
        }
        long size = exchange.number("Upload-Length")
                .orElseThrow(() -> new Refusal.MalformedBody("sent with a number in Upload-Length").asException());
        if (at.of() instanceof Draft draft && isLengthToCome(draft)) {
            return intake.lengthIsKnown(draft, at.received(), size);
        }
        if (size != at.of().plan().sizeBytes()) {
            throw new Refusal.WrongSize(at.of().plan().sizeBytes()).asException();
        }
        return Uni.createFrom().item(at);
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
                .chain(intake::standing)
                .chain(at -> switch (at.of()) {
                    case Draft draft -> withdrawal.giveUp(draft);
                    case Upload upload ->
                        upload.state() == UploadState.OPEN
                                ? withdrawal.abort(upload.id(), Withdrawal.BY_CLIENT)
                                : withdrawal.delete(upload.id());
                });
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

    private static void expires(HttpServerResponse response, Incoming incoming) {
        boolean isOpen = switch (incoming) {
            case Upload upload -> upload.state() == UploadState.OPEN;
            case Draft draft -> draft.joinedInto().isEmpty();
        };
        if (isOpen) {
            response.putHeader("Upload-Expires", date(incoming.expiresAt()));
        }
    }

    private static String date(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
