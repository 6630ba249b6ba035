/**
 * One row a video, and in the same transaction what the world is to be told: outbox rows, notifications, webhook deliveries.
 *
 * <p>{@link io.anpip.projector.store.FoldStep} decides, purely, what a change of the state means for the row and the outbox;
 * {@link io.anpip.projector.store.StatusStore} writes it under the row's lock. upload-api reads {@code status.video_status}.
 */
@NullMarked
package io.anpip.projector.store;

import org.jspecify.annotations.NullMarked;
