package io.anpip.schemas;

/** Work that ends with renditions in the marker of the task. */
public sealed interface RenditionTask extends EncodeTask
        permits EncodeChunk, EncodeAudio, EncodeSubtitles, CopyPicture {}
