/** The chaos command. */
@NullMarked
package io.anpip.chaos.command;

import org.jspecify.annotations.NullMarked;
