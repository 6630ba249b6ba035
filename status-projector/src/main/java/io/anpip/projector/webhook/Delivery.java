package io.anpip.projector.webhook;

/**
 * A message on its way to one endpoint.
 *
 * @param id of the row
 * @param messageId the {@code webhook-id}, the same for every attempt
 * @param attempts attempts that have ended
 */
record Delivery(long id, String messageId, String body, int attempts) {}
