package io.anpip.transcode.assembler;

import io.anpip.schemas.SourceProbe;

/** What the look into a file came to. */
public sealed interface SourceVerdict {

    /** It can become a video. */
    record Playable(SourceProbe probe) implements SourceVerdict {}

    /** It can't, for good; the sentence is for the person who uploaded it. */
    record Refused(String sentence) implements SourceVerdict {}

    /** The look itself did not work; nothing is known of the file. */
    record NotNow(String reason) implements SourceVerdict {}
}
