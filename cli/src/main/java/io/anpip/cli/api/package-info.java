/**
 * The public REST API as a client sees it: the calls of an upload, the video documents, the live changes of one.
 *
 * <p>Only the JDK's HTTP client and JSON: what stands here is what any other client has to do too. A refusal is a problem document
 * (RFC 9457) and becomes one sentence.
 */
@NullMarked
package io.anpip.cli.api;

import org.jspecify.annotations.NullMarked;
