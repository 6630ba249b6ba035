/**
 * Webhooks: signed messages by the Standard Webhooks rules to the endpoints of the settings.
 *
 * <p>A delivery is a row written in the transaction that made its notification true ({@link io.anpip.projector.webhook.WebhookQueue}). The
 * {@link io.anpip.projector.webhook.WebhookDispatcher} takes due rows for a while, tries, and writes down what came of it; a process that
 * dies in between leaves a row that is taken again later, so an endpoint may see a message twice, with the same {@code webhook-id}.
 * Addresses are checked when connecting, so that no name leads a request into the private network.
 */
@NullMarked
package io.anpip.projector.webhook;

import org.jspecify.annotations.NullMarked;
