/**
 * The status projector: folds the events of all topics into one row a video, tells the world through its outbox, and delivers webhooks.
 *
 * <p>{@link io.anpip.projector.StatusConsumer} is the Kafka edge and {@link io.anpip.projector.StatusHandler} the use case: fold the
 * event into the row, and when that completes a generation, settle its end by one conditional marker before anybody is told.
 */
@NullMarked
package io.anpip.projector;

import org.jspecify.annotations.NullMarked;
