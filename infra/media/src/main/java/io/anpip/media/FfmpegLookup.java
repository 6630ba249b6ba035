package io.anpip.media;

/** The answer to the question whether this machine has an FFmpeg that can do the work. */
public sealed interface FfmpegLookup {

    record Found(FfmpegInstallation installation) implements FfmpegLookup {}

    /** None, or one that lacks something; the sentence says what, and what to do next. */
    record Missing(String sentence) implements FfmpegLookup {}
}
