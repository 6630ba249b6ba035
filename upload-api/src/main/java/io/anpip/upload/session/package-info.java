/**
 * Uploads as plain values: how a file is cut into chunks, which chunks are there, what is allowed in which state.
 * Nothing here knows HTTP, databases or object storage; everything can be decided and tested without them.
 */
@NullMarked
package io.anpip.upload.session;

import org.jspecify.annotations.NullMarked;
