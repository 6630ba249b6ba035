/** The real servers and services as processes, and what can be done to them. */
@NullMarked
package io.anpip.chaos.process;

import org.jspecify.annotations.NullMarked;
