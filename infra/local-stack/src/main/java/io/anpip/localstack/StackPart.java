package io.anpip.localstack;

import java.util.Locale;

/** The four servers of the stack. */
public enum StackPart {
    KAFKA,
    POSTGRES,
    REDIS,
    S3;

    /** The name of its process, pid file and log. */
    public String processName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
