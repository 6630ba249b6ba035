package io.anpip.projector.store;

import io.anpip.messaging.outbox.OutboxRow;
import io.anpip.schemas.StatusEvent;

/** A moment worth a message, with its outbox row of the current trace. */
record Notification(StatusEvent event, OutboxRow record) {

    static Notification of(StatusEvent event) {
        return new Notification(event, OutboxRow.of(event));
    }
}
