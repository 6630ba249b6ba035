package io.anpip.validator.rule;

/** One thing that holds for a good stream. */
public sealed interface Rule permits AppleRule, HlsRule, ImageRule, CmafRule, DashRule, StreamRule {

    /** Its number in the document it comes from, or its subject where there is no number; unique. */
    String id();

    /** How much it weighs. */
    Severity severity();

    /** What holds, in one sentence. */
    String sentence();
}
