/**
 * Sends a file through the public API: chunks side by side, each checked, each tried again, the whole resumable.
 *
 * <p>The bytes go from the file to the object store in streams, so memory does not grow with the file. What is missing after a break
 * is asked from the API; all that is remembered here is which upload belongs to which file.
 */
@NullMarked
package io.anpip.cli.upload;

import org.jspecify.annotations.NullMarked;
