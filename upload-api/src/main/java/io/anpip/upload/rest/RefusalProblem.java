package io.anpip.upload.rest;

import io.anpip.upload.delivery.ProblemJson;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.RefusedException;
import io.anpip.upload.session.UploadState;
import io.anpip.upload.session.WrongSizedChunk;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.net.URI;
import java.util.List;

/**
 * Says each refusal as an RFC 9457 problem: a status, a code for programs, and a sentence that tells what was expected.
 */
final class RefusalProblem {

    /** As many numbers of chunks are listed in a problem; the counts are always there. */
    private static final int LISTED = 1000;

    /** RFC 4918, section 11.3; the framework's list is without it. */
    private static final StatusType LOCKED = new OtherStatus(423, "Locked");

    /** The checksum extension of tus 1.0. */
    private static final StatusType CHECKSUM_MISMATCH = new OtherStatus(460, "Checksum Mismatch");

    private RefusalProblem() {}

    /** The problem of a call that failed where no framework maps exceptions: what is no refusal is the database's. */
    static HttpProblem of(Throwable failure) {
        return of(failure instanceof RefusedException refused ? refused.refusal() : new Refusal.DatabaseAway());
    }

    /** Ends an exchange of a plain route with a problem. */
    static void send(RoutingContext exchange, HttpProblem problem) {
        ProblemJson.send(
                exchange,
                problem.getStatusCode(),
                String.valueOf(problem.getParameters().get("code")),
                String.valueOf(problem.getDetail()));
    }

    static HttpProblem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NoSuchUpload ignored ->
                problem(Status.NOT_FOUND, "upload-not-found", "There is no upload with this id.")
                        .build();
            case Refusal.NoSuchVideo ignored ->
                problem(Status.NOT_FOUND, "video-not-found", "There is no video with this id.")
                        .build();
            case Refusal.TooManyRequests ignored ->
                problem(
                                Status.TOO_MANY_REQUESTS,
                                "too-many-requests",
                                "There is more to do than this service can take on just now. Try again in a moment.")
                        .withHeader("Retry-After", 2)
                        .build();
            case Refusal.NoSuchDeadLetter ignored ->
                problem(Status.NOT_FOUND, "dead-letter-not-found", "No dead letter stands there.")
                        .build();
            case Refusal.NotAnOperator ignored ->
                problem(
                                Status.UNAUTHORIZED,
                                "not-an-operator",
                                "This part is for operators: send 'Authorization: Bearer' with the operator token.")
                        .withHeader("WWW-Authenticate", "Bearer")
                        .build();
            case Refusal.NoSuchProfile(var offered) ->
                problem(
                                Status.BAD_REQUEST,
                                "unknown-profile",
                                "There is no such encoding profile; 'profile' may be " + String.join(", ", offered)
                                        + '.')
                        .with("profiles", offered)
                        .build();
            case Refusal.FileTooLarge(long size, long limit) ->
                problem(
                                Status.REQUEST_ENTITY_TOO_LARGE,
                                "file-too-large",
                                "The file has " + size + " bytes; at most " + limit + " are accepted.")
                        .with("limitBytes", limit)
                        .build();
            case Refusal.TooManyOpenUploads(int limit) ->
                problem(
                                Status.TOO_MANY_REQUESTS,
                                "too-many-uploads",
                                "There are already " + limit
                                        + " unfinished uploads. Finish or abort some, or try later.")
                        .withHeader("Retry-After", 60)
                        .build();
            case Refusal.TooManyVideosWaiting ignored ->
                problem(
                                Status.TOO_MANY_REQUESTS,
                                "too-many-videos-waiting",
                                "More videos wait to be made than this service takes on. Try again in a moment; uploads that"
                                        + " have begun can be finished.")
                        .withHeader("Retry-After", 15)
                        .build();
            case Refusal.UploadNotOpen(UploadState state) ->
                problem(Status.CONFLICT, "upload-not-open", closed(state))
                        .with("state", state)
                        .build();
            case Refusal.NoSuchChunk(String ignored, int count) ->
                problem(
                                Status.NOT_FOUND,
                                "chunk-out-of-range",
                                "The chunks of this upload have the numbers 1 to " + count + '.')
                        .with("chunkCount", count)
                        .build();
            case Refusal.MalformedBody(String expected) ->
                problem(Status.BAD_REQUEST, "malformed-body", "The body must be " + expected + '.')
                        .build();
            case Refusal.MalformedChecksum ignored ->
                problem(
                                Status.BAD_REQUEST,
                                "malformed-checksum",
                                "'checksumSha256' must be the base64 of the 32 bytes of a SHA-256.")
                        .build();
            case Refusal.ChunkNotStored(int number) ->
                problem(
                                Status.CONFLICT,
                                "chunk-not-stored",
                                "Chunk " + number + " is not in the store. Ask for its URL and put it first.")
                        .with("missing", List.of(number))
                        .build();
            case Refusal.ChunkWrongSized(WrongSizedChunk chunk) ->
                problem(
                                Status.CONFLICT,
                                "chunk-wrong-size",
                                "Chunk " + chunk.number() + " must have " + chunk.expectedBytes() + " bytes; "
                                        + chunk.storedBytes() + " are stored. Put it again.")
                        .with("wrongSized", List.of(chunk))
                        .build();
            case Refusal.UploadIncomplete(List<Integer> missing, List<WrongSizedChunk> wrongSized) ->
                problem(Status.CONFLICT, "upload-incomplete", incomplete(missing.size(), wrongSized.size()))
                        .with("missing", first(missing))
                        .with("missingCount", missing.size())
                        .with("wrongSized", first(wrongSized))
                        .with("wrongSizedCount", wrongSized.size())
                        .build();
            case Refusal.VideoNotAtEnd(var status) ->
                problem(
                                Status.CONFLICT,
                                "video-in-work",
                                "The video is " + status + "; it can be made again once it is READY or FAILED.")
                        .with("videoStatus", status)
                        .build();
            case Refusal.NoSource ignored ->
                problem(
                                Status.CONFLICT,
                                "no-source",
                                "The upload of this video was never completed; there is nothing to make it from.")
                        .build();
            case Refusal.LengthUnknown ignored ->
                problem(
                                Status.CONFLICT,
                                "length-unknown",
                                "The length of the video is not known yet. Try again once the file has been looked into.")
                        .build();
            case Refusal.UnfitChapters(String sentence) ->
                problem(Status.BAD_REQUEST, "unfit-chapters", sentence).build();
            case Refusal.SourceUnknown ignored ->
                problem(
                                Status.CONFLICT,
                                "source-unknown",
                                "What the file of this video holds is not known yet. Ask again once the document has a"
                                        + " length.")
                        .build();
            case Refusal.NoPicture ignored ->
                problem(Status.CONFLICT, "no-picture", "The video has no picture that could be its poster.")
                        .build();
            case Refusal.OutsideVideo(double time, double duration) ->
                problem(
                                Status.BAD_REQUEST,
                                "outside-video",
                                "'timeSeconds' is " + time + "; the video begins at 0 and ends at " + duration + '.')
                        .with("durationSeconds", duration)
                        .build();
            case Refusal.MalformedCursor ignored ->
                problem(
                                Status.BAD_REQUEST,
                                "malformed-cursor",
                                "'cursor' must be the 'nextCursor' of an earlier page, unchanged.")
                        .build();
            case Refusal.TooManyStreams(int limit) ->
                problem(
                                Status.SERVICE_UNAVAILABLE,
                                "too-many-streams",
                                "All " + limit
                                        + " event streams of this server are taken. Try again, or ask for the video now"
                                        + " and then.")
                        .withHeader("Retry-After", 10)
                        .build();
            case Refusal.DatabaseAway ignored ->
                problem(
                                Status.SERVICE_UNAVAILABLE,
                                "database-away",
                                "The database does not answer. Nothing is lost; try again in a moment.")
                        .withHeader("Retry-After", 5)
                        .build();
            case Refusal.WrongOffset(long expected, long sent) ->
                problem(
                                Status.CONFLICT,
                                "wrong-offset",
                                "The next byte of this upload is number " + expected + ", and not " + sent + '.')
                        .with("expectedOffset", expected)
                        .build();
            case Refusal.WrongSize(long announced) ->
                problem(
                                Status.BAD_REQUEST,
                                "wrong-size",
                                "The file was announced with " + announced
                                        + " bytes; what was sent does not fit into it.")
                        .with("sizeBytes", announced)
                        .build();
            case Refusal.JoinedFromOthers ignored ->
                problem(
                                Status.FORBIDDEN,
                                "joined-upload",
                                "This upload was joined from others and takes no bytes itself.")
                        .build();
            case Refusal.UnevenParts(long least) ->
                problem(
                                Status.CONFLICT,
                                "uneven-parts",
                                "All parts but the last must have the same size, of " + least
                                        + " bytes or more, and the last no more than that.")
                        .with("leastBytes", least)
                        .build();
            case Refusal.NotOffered(String instead) ->
                problem(Status.BAD_REQUEST, "not-offered", instead).build();
            case Refusal.ChecksumMismatch ignored ->
                problem(
                                CHECKSUM_MISMATCH,
                                "checksum-mismatch",
                                "The bytes do not hash to the checksum that was sent with them; none of them was taken.")
                        .build();
            case Refusal.AlreadyReceiving ignored ->
                problem(LOCKED, "already-receiving", "Another request is sending this upload. Try again in a moment.")
                        .withHeader("Retry-After", 1)
                        .build();
            case Refusal.IntakeFull ignored ->
                problem(
                                Status.SERVICE_UNAVAILABLE,
                                "intake-full",
                                "As many files are being sent through this service as it has memory for. Try again in a"
                                        + " moment.")
                        .withHeader("Retry-After", 5)
                        .build();
            case Refusal.SenderSilent ignored ->
                problem(
                                Status.REQUEST_TIMEOUT,
                                "sender-silent",
                                "No byte came for too long. What has arrived is kept: go on from there.")
                        .build();
            case Refusal.StoreAway ignored ->
                problem(
                                Status.SERVICE_UNAVAILABLE,
                                "store-away",
                                "The object store does not answer. Nothing is lost; try again in a moment.")
                        .withHeader("Retry-After", 5)
                        .build();
        };
    }

    private static HttpProblem.Builder problem(StatusType status, String code, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("urn:anpip:problem:" + code))
                .withStatus(status)
                .withTitle(status.getReasonPhrase())
                .withDetail(detail)
                .with("code", code);
    }

    private static String closed(UploadState state) {
        return switch (state) {
            case OPEN -> "The upload is open.";
            case FINALIZED -> "The upload is finalized and takes no changes any more; its video can be deleted.";
            case ABORTED -> "The upload was given up or has expired. Begin a new one.";
            case DELETED -> "The video of this upload was deleted.";
        };
    }

    private static String incomplete(int missing, int wrongSized) {
        String text = "";
        if (missing > 0) {
            text += missing == 1 ? "1 chunk is missing. " : missing + " chunks are missing. ";
        }
        if (wrongSized > 0) {
            text += wrongSized == 1 ? "1 chunk has the wrong size. " : wrongSized + " chunks have the wrong size. ";
        }
        return text + "Put what is listed and finalize again.";
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(LISTED, all.size()));
    }

    private record OtherStatus(int code, String reason) implements StatusType {

        @Override
        public int getStatusCode() {
            return code;
        }

        @Override
        public Status.Family getFamily() {
            return Status.Family.familyOf(code);
        }

        @Override
        public String getReasonPhrase() {
            return reason;
        }
    }
}
