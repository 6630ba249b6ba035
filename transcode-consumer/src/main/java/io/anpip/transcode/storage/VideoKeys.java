package io.anpip.transcode.storage;

import io.anpip.schemas.VideoId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The keys of one generation of a video.
 *
 * <p>Data objects lie under keys of the attempt that wrote them; markers lie in a folder of their own, so that one short listing tells
 * what is done.
 */
public record VideoKeys(VideoId videoId, int generation) {

    /** Everything of a video but its tombstone. */
    public static List<String> removable(VideoId videoId) {
        return List.of("videos/" + videoId + "/g", "videos/" + videoId + "/source", "videos/" + videoId + "/chosen");
    }

    /** Names the combined source of a video; shared by all its generations. */
    public static String sourceMarker(VideoId videoId) {
        return "videos/" + videoId + "/source.json";
    }

    /** The combined source as one attempt makes it. */
    public static String combinedSource(VideoId videoId, UUID attempt) {
        return "videos/" + videoId + "/source/" + attempt + "/original";
    }

    private String generationPrefix() {
        return "videos/" + videoId + "/g" + generation + '/';
    }

    /** The end of the source stage. */
    public String sourceEnd() {
        return generationPrefix() + "source.json";
    }

    /** The encoding plan. */
    public String plan() {
        return generationPrefix() + "plan.json";
    }

    /** The end of the transcode stage: published or failed. */
    public String transcodeEnd() {
        return generationPrefix() + "transcode.json";
    }

    /** The folder of all markers of chunks and audio tracks. */
    public String markers() {
        return generationPrefix() + "markers/";
    }

    /** The marker of a chunk. */
    public String chunkMarker(int chunkIndex) {
        return markers() + "chunk-" + numbered(chunkIndex) + ".json";
    }

    /** The marker of an audio track. */
    public String audioMarker(int trackIndex) {
        return markers() + "audio-" + numbered(trackIndex) + ".json";
    }

    /** The marker of a subtitle track. */
    public String textMarker(int trackIndex) {
        return markers() + "text-" + numbered(trackIndex) + ".json";
    }

    /** The marker of the rendition that is copied from the source. */
    public String copyMarker(String rendition) {
        return markers() + "copy-" + rendition + ".json";
    }

    /** The marker of the files to save; it names no renditions, so it is not among the others. */
    public String downloadsMarker() {
        return generationPrefix() + "downloads.json";
    }

    /** The folder of the files to save that one attempt makes, in the media bucket. */
    public String downloads(UUID attempt) {
        return stream() + "downloads/" + attempt + '/';
    }

    /** Says which seek pictures the stream has. Not among the markers of tasks, because it is not one. */
    public String imageMarker() {
        return generationPrefix() + "images.json";
    }

    /** The folder of all attempts at chunks and audio tracks. */
    public String attempts() {
        return generationPrefix() + "attempts/";
    }

    /** The folder of one attempt at one task. */
    public String attempt(String task, UUID attempt) {
        return attempts() + task + '/' + attempt + '/';
    }

    /** The folder of the signs that attempts at a task have begun. */
    public String begun(String task) {
        return generationPrefix() + "begun/" + task + '/';
    }

    /** The folder of the published stream, in the media bucket. */
    public String stream() {
        return generationPrefix() + "stream/";
    }

    private static String numbered(int index) {
        return String.format(Locale.ROOT, "%05d", index);
    }
}
