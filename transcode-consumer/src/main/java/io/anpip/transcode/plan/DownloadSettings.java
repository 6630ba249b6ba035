package io.anpip.transcode.plan;

/**
 * Which files to save a video gets.
 *
 * @param video whether picture and sound as one MP4 file
 * @param sound whether the sound alone as an M4A file
 * @param largestShortSide the largest rendition that is offered as a file, by its short side in pixels
 */
public record DownloadSettings(boolean video, boolean sound, int largestShortSide) {

    private static final DownloadSettings NONE = new DownloadSettings(false, false, 1080);

    /** No files. */
    public static DownloadSettings none() {
        return NONE;
    }
}
