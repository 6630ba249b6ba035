package io.anpip.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One topic of the catalogue.
 *
 * @param name name on the broker
 * @param about what it is for, one sentence
 * @param key what the record key is: {@code videoId} or, for the work queue, {@code videoId/part}
 * @param partitions number of partitions at creation
 * @param cleanupPolicy {@code delete} or {@code compact}
 * @param retention how long records stay; empty means for ever
 * @param events names of the event records it carries
 * @param producer module that writes it
 * @param consumers groups that read it
 */
public record Topic(
        String name,
        String about,
        String key,
        int partitions,
        String cleanupPolicy,
        Optional<Duration> retention,
        List<String> events,
        String producer,
        List<TopicConsumer> consumers) {

    public Topic {
        events = List.copyOf(events);
        consumers = List.copyOf(consumers);
    }

    /** Where a group puts what it gave up on. */
    public String deadLetterTopic(TopicConsumer consumer) {
        return name + '.' + consumer.group() + ".dlq";
    }
}
