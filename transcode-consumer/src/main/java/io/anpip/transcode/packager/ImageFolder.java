package io.anpip.transcode.packager;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.Storyboard;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.plan.ImageTiles;
import io.anpip.transcode.storage.StreamLayout;
import io.anpip.transcode.storage.Transfers;
import io.anpip.transcode.storage.VideoKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The seek pictures of a stream: copied, inside the store, from the folder of the storyboard into that of the stream, because HLS and
 * DASH name them relative to theirs. The playlist is copied with them: it names its sheets by their file names, and those stay.
 */
@ApplicationScoped
public class ImageFolder {

    private final ObjectStore store;
    private final Buckets buckets;
    private final Transfers transfers;

    public ImageFolder(ObjectStore store, Buckets buckets, TranscodeConfig config) {
        this.store = store;
        this.buckets = buckets;
        this.transfers = new Transfers(config.transfersAtOnce());
    }

    /** Copies all there is; again, if it was done before, to the same bytes. */
    void fill(VideoKeys keys, Storyboard storyboard) {
        List<Supplier<CompletableFuture<ObjectRef>>> copies = new ArrayList<>();
        storyboard.sheets().forEach(sheet -> copies.add(() -> copy(keys, sheet, StreamLayout.SHEET_TYPE)));
        storyboard
                .imagePlaylist()
                .ifPresent(playlist -> copies.add(() -> copy(keys, playlist, StreamLayout.PLAYLIST_TYPE)));
        transfers.all(copies);
    }

    private CompletableFuture<ObjectRef> copy(VideoKeys keys, ObjectRef object, String contentType) {
        return store.copy(object, buckets.media(), folder(keys) + ImageTiles.nameOf(object), contentType);
    }

    /** A sheet that is named and that the store does not hold in its recorded size, if there is one. */
    Optional<String> missing(VideoKeys keys, ImageTiles images) {
        Map<String, Long> held = store.list(buckets.media(), folder(keys)).join().stream()
                .collect(Collectors.toMap(ObjectRef::key, ObjectRef::sizeBytes));
        return images.sheets().stream()
                .filter(sheet -> !Long.valueOf(sheet.sizeBytes()).equals(held.get(folder(keys) + sheet.name())))
                .map(sheet -> folder(keys) + sheet.name())
                .findFirst();
    }

    private static String folder(VideoKeys keys) {
        return keys.stream() + ImageTiles.FOLDER + '/';
    }
}
