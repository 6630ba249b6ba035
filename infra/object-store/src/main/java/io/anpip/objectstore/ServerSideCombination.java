package io.anpip.objectstore;

import io.anpip.schemas.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Joins objects inside the store by a multipart upload whose parts are copies ({@code UploadPartCopy}). A single object is one
 * {@code CopyObject}. A combination that fails is aborted, so no half-made multipart upload stays.
 */
final class ServerSideCombination {

    /** Part copies under way at once; each may move up to a whole chunk inside the store. */
    private static final int COPIES_AT_ONCE = 8;

    private final S3AsyncClient s3;
    private final String bucket;
    private final String key;

    ServerSideCombination(S3AsyncClient s3, String bucket, String key) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
    }

    CompletableFuture<ObjectRef> of(List<ObjectRef> parts) {
        if (parts.size() == 1) {
            ObjectRef only = parts.getFirst();
            return s3.copyObject(request -> request.sourceBucket(only.bucket())
                            .sourceKey(only.key())
                            .destinationBucket(bucket)
                            .destinationKey(key))
                    .thenApply(done -> new ObjectRef(
                            bucket,
                            key,
                            only.sizeBytes(),
                            ObjectStore.unquoted(done.copyObjectResult().eTag())));
        }
        return s3.createMultipartUpload(request -> request.bucket(bucket).key(key))
                .thenCompose(created -> copyAll(created.uploadId(), parts)
                        .thenCompose(copied -> complete(created.uploadId(), copied, parts))
                        .exceptionallyCompose(failure -> s3.abortMultipartUpload(request ->
                                        request.bucket(bucket).key(key).uploadId(created.uploadId()))
                                .handle((done, alsoFailed) -> failure)
                                .thenCompose(CompletableFuture::failedFuture)));
    }

    private CompletableFuture<List<CompletedPart>> copyAll(String uploadId, List<ObjectRef> parts) {
        CompletableFuture<List<CompletedPart>> chain = CompletableFuture.completedFuture(new ArrayList<>());
        for (int from = 0; from < parts.size(); from += COPIES_AT_ONCE) {
            int first = from;
            List<ObjectRef> batch = parts.subList(from, Math.min(from + COPIES_AT_ONCE, parts.size()));
            chain = chain.thenCompose(done -> copyBatch(uploadId, batch, first).thenApply(copied -> {
                done.addAll(copied);
                return done;
            }));
        }
        return chain;
    }

    private CompletableFuture<List<CompletedPart>> copyBatch(String uploadId, List<ObjectRef> batch, int first) {
        List<CompletableFuture<CompletedPart>> copies = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            ObjectRef part = batch.get(i);
            int number = first + i + 1;
            copies.add(s3.uploadPartCopy(request -> request.sourceBucket(part.bucket())
                            .sourceKey(part.key())
                            .destinationBucket(bucket)
                            .destinationKey(key)
                            .uploadId(uploadId)
                            .partNumber(number))
                    .thenApply(copied -> CompletedPart.builder()
                            .partNumber(number)
                            .eTag(copied.copyPartResult().eTag())
                            .build()));
        }
        return CompletableFuture.allOf(copies.toArray(CompletableFuture[]::new))
                .thenApply(done -> copies.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<ObjectRef> complete(String uploadId, List<CompletedPart> copied, List<ObjectRef> parts) {
        long size = parts.stream().mapToLong(ObjectRef::sizeBytes).sum();
        return s3.completeMultipartUpload(request -> request.bucket(bucket)
                        .key(key)
                        .uploadId(uploadId)
                        .multipartUpload(upload -> upload.parts(copied)))
                .thenApply(done -> new ObjectRef(bucket, key, size, ObjectStore.unquoted(done.eTag())));
    }
}
