package io.anpip.schemas;

/** What became of the source file of a video. */
public sealed interface SourceEvent extends VideoEvent permits SourceReady, SourceRejected {}
