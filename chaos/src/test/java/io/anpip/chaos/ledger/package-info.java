@NullMarked
package io.anpip.chaos.ledger;

import org.jspecify.annotations.NullMarked;
