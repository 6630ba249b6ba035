package io.anpip.messaging;

import io.anpip.schemas.VideoId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

/**
 * Chooses the partition of a record. A plain key goes where Kafka's own hash puts it, so a video's events stay in order.
 *
 * <p>A work key ({@code videoId/part}) is spread: consecutive parts of one video go to partitions about half the topic apart, so that
 * two workers with contiguous ranges (the range assignor's) both get every other part. Records without such a rule would all land on
 * one partition per batch, and so on one worker.
 */
public final class VideoPartitioner implements Partitioner {

    private static final char SEPARATOR = '/';

    /** The key of a piece of work. */
    public static String workKey(VideoId videoId, int part) {
        return videoId.toString() + SEPARATOR + part;
    }

    @Override
    public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
        return partition(String.valueOf(key), cluster.partitionCountForTopic(topic));
    }

    static int partition(String key, int partitions) {
        int separator = key.lastIndexOf(SEPARATOR);
        if (separator < 0) {
            return hash(key, partitions);
        }
        int part = Integer.parseInt(key, separator + 1, key.length(), 10);
        long spread = hash(key.substring(0, separator), partitions) + (long) part * stride(partitions);
        return (int) (spread % partitions);
    }

    private static int hash(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    /** The smallest step above half the partitions that visits all of them. */
    private static int stride(int partitions) {
        int step = partitions / 2 + 1;
        while (greatestCommonDivisor(step, partitions) != 1) {
            step++;
        }
        return step;
    }

    private static int greatestCommonDivisor(int one, int other) {
        return other == 0 ? one : greatestCommonDivisor(other, one % other);
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // Nothing to set.
    }

    @Override
    public void close() {
        // Nothing held.
    }
}
