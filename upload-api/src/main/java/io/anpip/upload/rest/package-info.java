/**
 * The HTTP face: resources, request and answer bodies, problems, the web pages.
 * Resources translate and nothing else; what they are told not to do comes back as an RFC 9457 problem with a sentence.
 */
@NullMarked
package io.anpip.upload.rest;

import org.jspecify.annotations.NullMarked;
