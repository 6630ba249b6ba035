package io.anpip.media;

/** What the first bytes of a file say it is: something to hand to FFmpeg, or something FFmpeg must never see. */
public sealed interface Sniffed {

    /** One of the accepted containers. Whether it is complete and readable is not known yet. */
    record Recognised(ContainerFormat format) implements Sniffed {}

    /** Not a video file; the sentence is for the person who uploaded it. */
    record Refused(String sentence) implements Sniffed {}
}
