package io.anpip.transcode.storage;

import io.anpip.schemas.Download;
import java.util.List;

/**
 * The commit of the files to save: names those of the attempt that was first to finish.
 *
 * @param files the files; none where they could not be made
 */
public record DownloadMarker(List<Download> files) {

    public DownloadMarker {
        files = List.copyOf(files);
    }
}
