/**
 * Where the transcoder keeps its objects: the keys of sources, plans, attempts and markers, and the documents in them.
 * Nobody else builds these keys; events carry whole references.
 */
@NullMarked
package io.anpip.transcode.storage;

import org.jspecify.annotations.NullMarked;
