package io.anpip.validator.rule;

/** How much a rule weighs. */
public enum Severity {
    /** A stream that breaks it does not conform: some players fail on it. */
    MUST,
    /** A stream that breaks it plays, but worse than it could. */
    SHOULD
}
