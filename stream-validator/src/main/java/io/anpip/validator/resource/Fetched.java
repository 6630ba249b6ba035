package io.anpip.validator.resource;

import java.util.Optional;

/** What became of an attempt to read a file. */
public sealed interface Fetched {

    /**
     * Here it is.
     *
     * @param bytes its bytes, unpacked
     * @param headers how a web server sent it; nothing of a file in a folder
     */
    record Found(byte[] bytes, Optional<Headers> headers) implements Fetched {}

    /** It does not exist, or cannot be read. */
    record Missing(String reason) implements Fetched {}

    /** It lies outside of the folder or the origin, so it was not opened. */
    record Outside(String reason) implements Fetched {}

    /** It is larger, or further away, than the limits allow. */
    record BeyondLimit(String reason) implements Fetched {}

    /**
     * How a web server sent a file.
     *
     * @param mediaType Content-Type without parameters, in lower case; empty if there was none
     * @param compressed whether it came compressed by gzip
     */
    record Headers(String mediaType, boolean compressed) {}
}
