package io.anpip.transcode.packager;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.Download;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.SubtitleRendition;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.cmaf.EncodedSegment;
import io.anpip.transcode.dash.DashManifest;
import io.anpip.transcode.hls.ImageStreamTag;
import io.anpip.transcode.hls.MultivariantPlaylist;
import io.anpip.transcode.hls.StreamFiles;
import io.anpip.transcode.hls.TrackPlaylist;
import io.anpip.transcode.plan.AudioStream;
import io.anpip.transcode.plan.ImageTiles;
import io.anpip.transcode.plan.Presentation;
import io.anpip.transcode.plan.TextStream;
import io.anpip.transcode.plan.VideoStream;
import io.anpip.transcode.storage.LatestFew;
import io.anpip.transcode.storage.StreamLayout;
import io.anpip.transcode.storage.TaskMarker;
import io.anpip.transcode.storage.Transfers;
import io.anpip.transcode.storage.VideoKeys;
import io.anpip.transcode.text.EncodedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The published folder of a stream in the media bucket.
 *
 * <p>The winners' objects are copied, inside the store, from the folders of their attempts to names that count through: so a manifest can
 * name them by a template, and a folder of the bucket is a whole stream that any web server or CDN can serve.
 */
@ApplicationScoped
public class StreamFolder {

    private static final int REMEMBERED = 4096;

    private final ObjectStore store;
    private final Buckets buckets;
    private final Transfers transfers;
    /** What this process has copied already; after a restart everything is copied again, to the same bytes. */
    private final LatestFew<String, TaskMarker> promoted = new LatestFew<>(REMEMBERED);

    public StreamFolder(ObjectStore store, Buckets buckets, TranscodeConfig config) {
        this.store = store;
        this.buckets = buckets;
        this.transfers = new Transfers(config.transfersAtOnce());
    }

    /** Copies the objects of committed tasks to their names in the stream. */
    void promote(VideoKeys keys, List<TaskMarker> committed) {
        for (TaskMarker task : committed) {
            promoted.get(task.attemptPrefix(), first -> copy(keys, task));
        }
    }

    private TaskMarker copy(VideoKeys keys, TaskMarker task) {
        List<Supplier<CompletableFuture<ObjectRef>>> copies = new ArrayList<>();
        for (EncodedRendition rendition : task.renditions()) {
            copies.add(() -> store.copy(
                    rendition.init().object(),
                    buckets.media(),
                    keys.stream() + StreamLayout.init(rendition.name()),
                    StreamLayout.INIT_TYPE));
            for (EncodedSegment segment : rendition.segments()) {
                copies.add(() -> store.copy(
                        segment.object(),
                        buckets.media(),
                        keys.stream() + StreamLayout.segment(rendition.name(), segment.number()),
                        StreamLayout.SEGMENT_TYPE));
            }
        }
        task.text().ifPresent(text -> copies.addAll(copiesOf(keys, text)));
        transfers.all(copies);
        return task;
    }

    private List<Supplier<CompletableFuture<ObjectRef>>> copiesOf(VideoKeys keys, EncodedText text) {
        List<Supplier<CompletableFuture<ObjectRef>>> copies = new ArrayList<>();
        copies.add(() -> store.copy(
                text.whole(),
                buckets.media(),
                keys.stream() + StreamLayout.wholeText(text.name()),
                StreamLayout.TEXT_TYPE));
        for (EncodedSegment segment : text.segments()) {
            copies.add(() -> store.copy(
                    segment.object(),
                    buckets.media(),
                    keys.stream() + StreamLayout.textSegment(text.name(), segment.number()),
                    StreamLayout.TEXT_TYPE));
        }
        return copies;
    }

    /** The subtitles as events tell them. */
    List<SubtitleRendition> subtitles(VideoKeys keys, Presentation presentation) {
        return presentation.text().stream()
                .map(text -> new SubtitleRendition(
                        text.rendition().name(),
                        text.rendition().language(),
                        text.rendition().label(),
                        store.head(
                                        buckets.media(),
                                        keys.stream()
                                                + StreamLayout.wholeText(
                                                        text.rendition().name()))
                                .join()
                                .orElseThrow()))
                .toList();
    }

    /** Writes the growing playlists; the multivariant one last, when all it names is there. */
    ObjectRef writeGrowing(VideoKeys keys, Presentation presentation) {
        Map<String, String> playlists = new LinkedHashMap<>();
        for (EncodedRendition track : tracks(presentation)) {
            playlists.put(
                    track.name() + '/' + StreamFiles.GROWING_PLAYLIST,
                    TrackPlaylist.growing(track, presentation.targetDurationSeconds(), presentation.complete()));
        }
        presentation
                .text()
                .forEach(text -> playlists.put(
                        text.track().name() + '/' + StreamFiles.GROWING_PLAYLIST,
                        TrackPlaylist.growingText(
                                text.track(), presentation.targetDurationSeconds(), presentation.complete())));
        return write(keys, playlists, StreamFiles.GROWING_MASTER, MultivariantPlaylist.growing(presentation));
    }

    /** Writes final playlists and the manifest. */
    PublishedManifests writeFinal(VideoKeys keys, Presentation presentation, Optional<ImageTiles> images) {
        Map<String, String> playlists = new LinkedHashMap<>();
        for (EncodedRendition track : tracks(presentation)) {
            playlists.put(
                    track.name() + '/' + StreamFiles.PLAYLIST,
                    TrackPlaylist.complete(track, presentation.targetDurationSeconds()));
        }
        presentation
                .text()
                .forEach(text -> playlists.put(
                        text.track().name() + '/' + StreamFiles.PLAYLIST,
                        TrackPlaylist.text(text.track(), presentation.targetDurationSeconds())));
        presentation
                .video()
                .forEach(video -> playlists.put(
                        video.track().name() + '/' + StreamFiles.I_FRAMES, TrackPlaylist.iFrames(video.track())));
        ObjectRef hls = write(
                keys,
                playlists,
                StreamFiles.MASTER,
                MultivariantPlaylist.complete(presentation)
                        + images.map(ImageStreamTag::of).orElse(""));
        ObjectRef dash = store.put(
                        buckets.media(),
                        keys.stream() + DashManifest.FILE,
                        StreamLayout.MANIFEST_TYPE,
                        DashManifest.write(presentation, images).getBytes(StandardCharsets.UTF_8))
                .join();
        return new PublishedManifests(hls, dash);
    }

    private ObjectRef write(VideoKeys keys, Map<String, String> playlists, String masterName, String master) {
        transfers.all(playlists.entrySet().stream()
                .map(playlist -> (Supplier<CompletableFuture<ObjectRef>>)
                        () -> putPlaylist(keys, playlist.getKey(), playlist.getValue()))
                .toList());
        return putPlaylist(keys, masterName, master).join();
    }

    private CompletableFuture<ObjectRef> putPlaylist(VideoKeys keys, String name, String text) {
        return store.put(
                buckets.media(),
                keys.stream() + name,
                StreamLayout.PLAYLIST_TYPE,
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the playlists or the files to save name and the store does not hold in its recorded size, if anything. */
    Optional<String> missing(VideoKeys keys, Presentation presentation, List<Download> files) {
        Map<String, Long> held = new HashMap<>();
        store.list(buckets.media(), keys.stream()).join().forEach(object -> held.put(object.key(), object.sizeBytes()));
        Stream<Map.Entry<String, Long>> saved = files.stream()
                .map(file -> Map.entry(file.object().key(), file.object().sizeBytes()));
        Stream<Map.Entry<String, Long>> played = named(presentation).entrySet().stream()
                .map(file -> Map.entry(keys.stream() + file.getKey(), file.getValue()));
        return Stream.concat(played, saved)
                .filter(file -> !file.getValue().equals(held.get(file.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The files that playlists and manifest name, with their sizes. */
    private static Map<String, Long> named(Presentation presentation) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (EncodedRendition track : tracks(presentation)) {
            sizes.put(StreamLayout.init(track.name()), track.init().object().sizeBytes());
            track.segments()
                    .forEach(segment ->
                            sizes.put(StreamLayout.segment(track.name(), segment.number()), segment.sizeBytes()));
        }
        for (TextStream text : presentation.text()) {
            EncodedText track = text.track();
            sizes.put(StreamLayout.wholeText(track.name()), track.whole().sizeBytes());
            track.segments()
                    .forEach(segment ->
                            sizes.put(StreamLayout.textSegment(track.name(), segment.number()), segment.sizeBytes()));
        }
        return sizes;
    }

    private static List<EncodedRendition> tracks(Presentation presentation) {
        return Stream.concat(
                        presentation.video().stream().map(VideoStream::track),
                        presentation.audio().stream().map(AudioStream::track))
                .toList();
    }

    /** Removes what the attempts have left: the winners' objects are copied, the losers' are of no use. */
    void dropAttempts(VideoKeys keys) {
        store.deleteAll(buckets.work(), keys.attempts()).join();
    }
}
