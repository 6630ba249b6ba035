package io.anpip.schemas;

/** How the transcoding of a video goes, from its plan to the published stream. */
public sealed interface RenditionEvent extends VideoEvent
        permits TranscodePlanned,
                TranscodeProgressed,
                ChunkEncoded,
                AudioEncoded,
                SubtitlesEncoded,
                PictureCopied,
                DownloadsMade,
                ImagesAdded,
                StreamPlayable,
                StreamPublished,
                TranscodeFailed {}
