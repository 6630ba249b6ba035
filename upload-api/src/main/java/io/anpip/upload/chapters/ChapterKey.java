package io.anpip.upload.chapters;

import io.anpip.schemas.VideoId;
import java.util.UUID;

/**
 * Names the files of a user's chapters, in the media bucket. They belong to no generation, so reprocessing leaves them alone; each edit
 * has a folder of its own, so that what a cache keeps of it stays right.
 */
public final class ChapterKey {

    private ChapterKey() {}

    /** What the keys of all edits of a video begin with. */
    public static String prefixOf(VideoId video) {
        return "videos/" + video + "/chosen/chapters-";
    }

    /** The folder of one edit, with a slash at its end. */
    public static String folderOf(VideoId video, int revision, UUID edit) {
        return prefixOf(video) + revision + '-' + edit + '/';
    }
}
