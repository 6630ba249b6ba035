/** Tests of webhooks. */
@NullMarked
package io.anpip.projector.webhook;

import org.jspecify.annotations.NullMarked;
