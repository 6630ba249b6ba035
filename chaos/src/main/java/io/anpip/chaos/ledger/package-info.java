/** What clients were promised and what they saw, written down so that it survives the harness. */
@NullMarked
package io.anpip.chaos.ledger;

import org.jspecify.annotations.NullMarked;
