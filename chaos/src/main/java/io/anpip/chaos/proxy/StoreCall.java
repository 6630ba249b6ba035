package io.anpip.chaos.proxy;

/**
 * A call to the object store, by its request line.
 *
 * @param number from 1, in the order the proxy saw them
 * @param conditional whether it has {@code If-None-Match: *}
 */
public record StoreCall(long number, String method, String target, boolean conditional) {

    /** Whether it completes a multipart upload. */
    public boolean completesMultipart() {
        return method.equals("POST") && target.contains("uploadId=");
    }

    /** Whether it reads an object. */
    public boolean reads() {
        return method.equals("GET") && !target.contains("list-type=");
    }
}
