package io.anpip.media;

import java.util.Set;

/**
 * The environment that programs get which read what users uploaded: nothing but what finding programs and libraries
 * takes. The worker's own holds the credentials of the object store.
 */
final class CleanEnvironment {

    private static final Set<String> KEPT =
            Set.of("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR", "SystemRoot");

    private CleanEnvironment() {}

    static ProcessBuilder of(ProcessBuilder builder) {
        builder.environment().keySet().retainAll(KEPT);
        return builder;
    }
}
