/** The faults of the acceptance table, one class each. */
@NullMarked
package io.anpip.chaos.scenario;

import org.jspecify.annotations.NullMarked;
