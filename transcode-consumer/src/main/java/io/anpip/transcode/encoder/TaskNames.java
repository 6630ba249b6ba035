package io.anpip.transcode.encoder;

import io.anpip.schemas.CopyPicture;
import io.anpip.schemas.EncodeAudio;
import io.anpip.schemas.EncodeChunk;
import io.anpip.schemas.EncodeSubtitles;
import io.anpip.schemas.EncodeTask;
import io.anpip.schemas.MakeDownloads;
import io.anpip.transcode.storage.VideoKeys;

/** What encode tasks are called in keys and logs. Pure. */
final class TaskNames {

    private TaskNames() {}

    static String of(EncodeTask task) {
        return switch (task) {
            case EncodeChunk chunk -> "chunk-" + chunk.chunkIndex();
            case EncodeAudio audio -> "audio-" + audio.trackIndex();
            case EncodeSubtitles text -> "text-" + text.trackIndex();
            case CopyPicture copy -> "copy-" + copy.rendition();
            case MakeDownloads ignored -> "downloads";
        };
    }

    static String marker(VideoKeys keys, EncodeTask task) {
        return switch (task) {
            case EncodeChunk chunk -> keys.chunkMarker(chunk.chunkIndex());
            case EncodeAudio audio -> keys.audioMarker(audio.trackIndex());
            case EncodeSubtitles text -> keys.textMarker(text.trackIndex());
            case CopyPicture copy -> keys.copyMarker(copy.rendition());
            case MakeDownloads ignored -> keys.downloadsMarker();
        };
    }
}
