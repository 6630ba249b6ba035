package io.anpip.media;

/**
 * What the kernel lets one FFmpeg or ffprobe have, whatever its input makes it want.
 *
 * @param memoryBytes of writable memory ({@code RLIMIT_DATA})
 * @param fileBytes of the largest file it may write ({@code RLIMIT_FSIZE})
 */
record ResourceLimits(long memoryBytes, long fileBytes) {

    /** Larger than any disk: no limit of its own. */
    static final long ANY_FILE = 1L << 60;

    ResourceLimits {
        if (memoryBytes <= 0 || fileBytes < 0) {
            throw new IllegalArgumentException("a program needs memory: " + memoryBytes + ", " + fileBytes);
        }
    }
}
