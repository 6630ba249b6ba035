/**
 * Where the bytes of a stream come from: a folder or a web server. The only package that does I/O.
 *
 * <p>Nothing outside of the folder or the origin is ever opened, and everything is bounded by {@link
 * io.anpip.validator.resource.Limits}.
 */
@NullMarked
package io.anpip.validator.resource;

import org.jspecify.annotations.NullMarked;
