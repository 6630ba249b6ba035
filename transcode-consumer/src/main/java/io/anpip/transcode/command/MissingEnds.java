package io.anpip.transcode.command;

/** What becomes of a chunk of which the first or the last pictures are not there. */
public enum MissingEnds {

    /** It comes out short, which is noticed: the source is not what its headers and packets say. */
    NOTICED,

    /** For a source whose packets are known to be damaged: the nearest picture that can be decoded stands in. */
    FILLED
}
