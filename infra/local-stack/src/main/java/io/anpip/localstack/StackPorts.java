package io.anpip.localstack;

/**
 * Ports on 127.0.0.1; 0 lets the stack choose a free one, which it remembers in the data directory.
 *
 * @param kafka where Kafka clients connect
 * @param kafkaController Kafka's own, for its metadata quorum
 * @param postgres PostgreSQL
 * @param redis Redis
 * @param s3 the S3 server
 */
public record StackPorts(int kafka, int kafkaController, int postgres, int redis, int s3) {
    /** All chosen by the stack. */
    public static StackPorts chosen() {
        return new StackPorts(0, 0, 0, 0, 0);
    }
}
