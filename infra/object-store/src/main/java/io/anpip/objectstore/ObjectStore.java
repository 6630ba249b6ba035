package io.anpip.objectstore;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.anpip.schemas.ObjectRef;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Reads and writes objects.
 *
 * <p>Threading: safe for any number of threads; nothing blocks. Failure: futures complete exceptionally with the SDK's exception
 * once its retries are used up.
 */
public final class ObjectStore {

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONDITIONAL_CONFLICT = 409;
    private static final int DELETE_BATCH = 1000;

    private final S3AsyncClient s3;
    private final S3Presigner presigner;
    private final Clock clock;

    public ObjectStore(S3AsyncClient s3, S3Presigner presigner, Clock clock) {
        this.s3 = s3;
        this.presigner = presigner;
        this.clock = clock;
    }

    /** What the store knows of an object, without its bytes; empty when it is not there. */
    public CompletableFuture<Optional<ObjectRef>> head(String bucket, String key) {
        return absentAsEmpty(s3.headObject(request -> request.bucket(bucket).key(key))
                .thenApply(found ->
                        Optional.of(new ObjectRef(bucket, key, found.contentLength(), unquoted(found.eTag())))));
    }

    /** A whole small object; empty when it is not there. */
    public CompletableFuture<Optional<byte[]>> get(String bucket, String key) {
        return absentAsEmpty(
                s3.getObject(request -> request.bucket(bucket).key(key), AsyncResponseTransformer.toBytes())
                        .thenApply(found -> Optional.of(found.asByteArrayUnsafe())));
    }

    /** A range of an object, which must exist. */
    public CompletableFuture<byte[]> getRange(ObjectRef object, long offset, int length) {
        return s3.getObject(
                        request -> request.bucket(object.bucket())
                                .key(object.key())
                                .range("bytes=" + offset + '-' + (offset + length - 1)),
                        AsyncResponseTransformer.toBytes())
                .thenApply(found -> {
                    byte[] bytes = found.asByteArrayUnsafe();
                    if (bytes.length != length) {
                        throw new IllegalStateException(
                                "The store gave " + bytes.length + " of " + length + " bytes of " + object.key());
                    }
                    return bytes;
                });
    }

    /**
     * An object as a stream, or the range of it that an HTTP {@code Range} header names; empty when it is not there. The caller must
     * subscribe to the body or the connection stays taken.
     */
    public CompletableFuture<Optional<ObjectBody>> open(String bucket, String key, Optional<String> range) {
        return absentAsEmpty(s3.getObject(
                        request -> request.bucket(bucket).key(key).range(range.orElse(null)),
                        AsyncResponseTransformer.toPublisher())
                .thenApply(found -> Optional.of(new ObjectBody(
                        found.response().contentLength(),
                        Optional.ofNullable(found.response().contentRange()),
                        found.response().eTag(),
                        found))));
    }

    /** Writes a small object, replacing one that is there. */
    public CompletableFuture<ObjectRef> put(String bucket, String key, String contentType, byte[] bytes) {
        return put(bucket, key, contentType, bytes.length, AsyncRequestBody.fromBytesUnsafe(bytes));
    }

    /** Writes a file as an object, replacing one that is there. */
    public CompletableFuture<ObjectRef> put(String bucket, String key, String contentType, Path file) {
        return put(bucket, key, contentType, file.toFile().length(), AsyncRequestBody.fromFile(file));
    }

    private CompletableFuture<ObjectRef> put(
            String bucket, String key, String contentType, long size, AsyncRequestBody body) {
        return s3.putObject(request -> request.bucket(bucket).key(key).contentType(contentType), body)
                .thenApply(done -> new ObjectRef(bucket, key, size, unquoted(done.eTag())));
    }

    /** Writes a marker unless one is there: the commit point of the pipeline (one conditional PUT, first writer wins). */
    public CompletableFuture<PutOutcome> putIfAbsent(String bucket, String key, String contentType, byte[] bytes) {
        return s3.putObject(
                        request -> request.bucket(bucket)
                                .key(key)
                                .contentType(contentType)
                                .ifNoneMatch("*"),
                        AsyncRequestBody.fromBytes(bytes))
                .handle((done, failure) -> {
                    if (failure == null) {
                        return completedFuture((PutOutcome) new PutOutcome.Written(
                                new ObjectRef(bucket, key, bytes.length, unquoted(done.eTag()))));
                    }
                    return switch (statusOf(failure)) {
                        case PRECONDITION_FAILED -> completedFuture((PutOutcome) new PutOutcome.AlreadyThere());
                        // Two conditional writers at once: S3 may refuse both with 409 and asks to try again.
                        case CONDITIONAL_CONFLICT -> putIfAbsent(bucket, key, contentType, bytes);
                        default -> CompletableFuture.<PutOutcome>failedFuture(failure);
                    };
                })
                .thenCompose(next -> next);
    }

    /** Copies an object inside the store; no byte passes through this process. */
    public CompletableFuture<ObjectRef> copy(ObjectRef from, String bucket, String key, String contentType) {
        return s3.copyObject(request -> request.sourceBucket(from.bucket())
                        .sourceKey(from.key())
                        .destinationBucket(bucket)
                        .destinationKey(key)
                        .contentType(contentType)
                        .metadataDirective("REPLACE"))
                .thenApply(done -> new ObjectRef(
                        bucket,
                        key,
                        from.sizeBytes(),
                        unquoted(done.copyObjectResult().eTag())));
    }

    /** Joins objects in order into one, inside the store. All but the last must have at least 5 MiB (an S3 rule). */
    public CompletableFuture<ObjectRef> combine(List<ObjectRef> parts, String bucket, String key) {
        return new ServerSideCombination(s3, bucket, key).of(parts);
    }

    /** Every object whose key begins with the prefix. */
    public CompletableFuture<List<ObjectRef>> list(String bucket, String prefix) {
        List<ObjectRef> found = new java.util.ArrayList<>();
        return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                .subscribe(page -> page.contents()
                        .forEach(object ->
                                found.add(new ObjectRef(bucket, object.key(), object.size(), unquoted(object.eTag())))))
                .thenApply(done -> List.copyOf(found));
    }

    /** The next objects of a bucket in the order of their keys, at most a thousand; empty when there are no more. */
    public CompletableFuture<List<ListedObject>> page(String bucket, String prefix, String afterKey) {
        return s3.listObjectsV2(request -> request.bucket(bucket).prefix(prefix).startAfter(afterKey))
                .thenApply(page -> page.contents().stream()
                        .map(object -> new ListedObject(object.key(), object.size(), object.lastModified()))
                        .toList());
    }

    /** Multipart uploads of a bucket that are under way, or were left behind. */
    public CompletableFuture<List<UnfinishedMultipart>> unfinishedMultiparts(String bucket) {
        return s3.listMultipartUploads(request -> request.bucket(bucket))
                .thenApply(found -> found.uploads().stream()
                        .map(upload -> new UnfinishedMultipart(upload.key(), upload.uploadId(), upload.initiated()))
                        .toList());
    }

    /** Gives up a multipart upload with all its parts; no failure when it is not there. */
    public CompletableFuture<Void> abort(String bucket, UnfinishedMultipart upload) {
        return s3.abortMultipartUpload(
                        request -> request.bucket(bucket).key(upload.key()).uploadId(upload.uploadId()))
                .handle((done, failure) -> failure == null || statusOf(failure) == NOT_FOUND
                        ? CompletableFuture.<Void>completedFuture(null)
                        : CompletableFuture.<Void>failedFuture(failure))
                .thenCompose(next -> next);
    }

    /** Removes these objects; no failure where one is not there. */
    public CompletableFuture<Void> deleteKeys(String bucket, List<String> keys) {
        CompletableFuture<Void> chain = completedFuture(null);
        for (int from = 0; from < keys.size(); from += DELETE_BATCH) {
            List<ObjectIdentifier> batch = keys.subList(from, Math.min(from + DELETE_BATCH, keys.size())).stream()
                    .map(key -> ObjectIdentifier.builder().key(key).build())
                    .toList();
            chain = chain.thenCompose(before -> s3.deleteObjects(
                            request -> request.bucket(bucket).delete(delete -> delete.objects(batch)))
                    .thenAccept(done -> mustBeGone(done.errors())));
        }
        return chain;
    }

    /** Removes one object; no failure when it is not there. */
    public CompletableFuture<Void> delete(String bucket, String key) {
        return s3.deleteObject(request -> request.bucket(bucket).key(key)).thenAccept(done -> {});
    }

    /** A batch is answered with 200 also where single objects could not be removed. */
    private static void mustBeGone(List<S3Error> errors) {
        if (!errors.isEmpty()) {
            throw new IllegalStateException(errors.size() + " objects could not be removed: "
                    + errors.getFirst().message());
        }
    }

    /** Removes every object whose key begins with the prefix and answers how many there were. */
    public CompletableFuture<Integer> deleteAll(String bucket, String prefix) {
        return list(bucket, prefix)
                .thenCompose(objects -> deleteKeys(
                                bucket, objects.stream().map(ObjectRef::key).toList())
                        .thenApply(done -> objects.size()));
    }

    /**
     * Signs a URL for putting a body under this key. Length and checksum, where they are given, are part of the signature, so a larger or
     * another body is refused by the store itself.
     *
     * @param sizeBytes how long the body must be, where that is known
     * @param sha256 what the body must hash to, if the client said so
     */
    public PresignedPut presignPut(
            String bucket, String key, OptionalLong sizeBytes, Optional<byte[]> sha256, Duration validity) {
        PutObjectRequest.Builder put = PutObjectRequest.builder().bucket(bucket).key(key);
        sizeBytes.ifPresent(put::contentLength);
        sha256.ifPresent(digest -> put.checksumSHA256(Base64.getEncoder().encodeToString(digest)));
        var signed = presigner.presignPutObject(
                request -> request.signatureDuration(validity).putObjectRequest(put.build()));
        Map<String, String> headers = signed.signedHeaders().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("host"))
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(",", header.getValue())));
        return new PresignedPut(
                java.net.URI.create(signed.url().toString()),
                headers,
                clock.instant().plus(validity));
    }

    private static <T> CompletableFuture<Optional<T>> absentAsEmpty(CompletableFuture<Optional<T>> call) {
        return call.handle((found, failure) -> {
                    if (failure == null) {
                        return completedFuture(found);
                    }
                    return statusOf(failure) == NOT_FOUND
                            ? completedFuture(Optional.<T>empty())
                            : CompletableFuture.<Optional<T>>failedFuture(failure);
                })
                .thenCompose(next -> next);
    }

    private static int statusOf(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case NoSuchKeyException ignored -> NOT_FOUND;
            case S3Exception answered -> answered.statusCode();
            default -> 0;
        };
    }

    static String unquoted(@org.jspecify.annotations.Nullable String etag) {
        return etag == null ? "" : etag.replace("\"", "");
    }
}
