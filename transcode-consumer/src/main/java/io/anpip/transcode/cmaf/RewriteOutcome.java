package io.anpip.transcode.cmaf;

/** What became of a file FFmpeg wrote: a CMAF track, or the reason why it is none. */
public sealed interface RewriteOutcome permits Rewritten, Rejected {}
