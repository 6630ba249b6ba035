package io.anpip.schemas;

/**
 * A consumer group that reads a topic.
 *
 * @param group the Kafka consumer group
 * @param module the module whose processes form it
 */
public record TopicConsumer(String group, String module) {}
