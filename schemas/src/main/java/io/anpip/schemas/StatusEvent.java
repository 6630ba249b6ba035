package io.anpip.schemas;

/** What the world is told about a video: its full status, and the moments worth a message. */
public sealed interface StatusEvent extends VideoEvent permits VideoDocument, VideoPlayable, VideoReady, VideoFailed {}
