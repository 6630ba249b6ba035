package io.anpip.transcode.cmaf;

/** Leaves the parsing of a file that is not what it should be; becomes a {@link Rejected} before it leaves the package. */
final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message);
    }
}
