package io.anpip.localstack;

/**
 * How much memory each server may use, in MiB.
 *
 * @param kafkaHeap the Java heap of Kafka
 * @param s3Heap the Java heap of the S3 server
 * @param redis the data Redis holds before it evicts
 * @param postgresBuffers PostgreSQL's shared buffers
 */
public record MemoryLimits(int kafkaHeap, int s3Heap, int redis, int postgresBuffers) {
    /** Enough for one machine's videos; together about 400 MiB resident when idle. */
    public static MemoryLimits small() {
        return new MemoryLimits(256, 128, 128, 64);
    }
}
