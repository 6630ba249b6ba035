package io.anpip.upload.deadletter;

/** Where a dead letter stands. */
public record DeadLetterPlace(String topic, int partition, long offset) {}
