package io.anpip.validator.bmff;

/** Leaves the reading of a file that cannot be read on; its message is part of a finding. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message);
    }
}
