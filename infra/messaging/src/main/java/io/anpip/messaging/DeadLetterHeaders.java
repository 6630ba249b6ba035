package io.anpip.messaging;

/**
 * The headers a dead letter has beside its record's own, which are all kept, its trace among them. The connector adds the first four.
 */
public final class DeadLetterHeaders {

    /** What the names of all of them begin with. */
    public static final String PREFIX = "dead-letter-";
    /** One sentence that says why. */
    public static final String REASON = "dead-letter-reason";
    /** Topic the record stood on. */
    public static final String TOPIC = "dead-letter-topic";
    /** Its partition there. */
    public static final String PARTITION = "dead-letter-partition";
    /** Its offset there. */
    public static final String OFFSET = "dead-letter-offset";
    /** A {@link DeadLetterKind}. */
    public static final String KIND = "dead-letter-kind";
    /** How often the record was handled by the process that gave it up. */
    public static final String ATTEMPTS = "dead-letter-attempts";

    private DeadLetterHeaders() {}
}
