package io.anpip.transcode.encoder;

import io.anpip.failpoint.FailPoint;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.ObjectRef;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.cmaf.EncodedInit;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.cmaf.EncodedSegment;
import io.anpip.transcode.cmaf.InitSegment;
import io.anpip.transcode.cmaf.MediaSegment;
import io.anpip.transcode.storage.StreamLayout;
import io.anpip.transcode.storage.Transfers;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Stores the segments of an attempt under the attempt's own folder, hashing each on its way. */
@ApplicationScoped
public class SegmentUpload {

    private final ObjectStore store;
    private final Buckets buckets;
    private final Transfers transfers;

    public SegmentUpload(ObjectStore store, Buckets buckets, TranscodeConfig config) {
        this.store = store;
        this.buckets = buckets;
        this.transfers = new Transfers(config.transfersAtOnce());
    }

    /** Stores all tracks; answers them with the objects they have become. */
    List<EncodedRendition> store(List<EncodedTrack> tracks, String attemptPrefix) {
        List<Supplier<CompletableFuture<EncodedSegment>>> uploads = new ArrayList<>();
        for (EncodedTrack track : tracks) {
            for (MediaSegment segment : track.track().segments()) {
                String key = attemptPrefix + StreamLayout.segment(track.name(), segment.number());
                uploads.add(() -> upload(segment, key));
            }
        }
        List<EncodedSegment> stored = transfers.all(uploads);
        List<EncodedRendition> renditions = new ArrayList<>();
        int from = 0;
        for (EncodedTrack track : tracks) {
            int to = from + track.track().segments().size();
            renditions.add(new EncodedRendition(
                    track.name(),
                    track.track().timescale(),
                    uploadInit(track, attemptPrefix),
                    stored.subList(from, to)));
            from = to;
        }
        return List.copyOf(renditions);
    }

    private CompletableFuture<EncodedSegment> upload(MediaSegment segment, String key) {
        byte[] bytes = segment.bytes();
        String sha256 = sha256(bytes);
        return store.put(buckets.work(), key, StreamLayout.SEGMENT_TYPE, bytes).thenApply(object -> {
            FailPoint.OBJECT_STORED.reach();
            return new EncodedSegment(segment.number(), object, sha256, segment.durationTicks(), segment.iFrames());
        });
    }

    private EncodedInit uploadInit(EncodedTrack track, String attemptPrefix) {
        InitSegment init = track.track().init();
        ObjectRef object = store.put(
                        buckets.work(),
                        attemptPrefix + StreamLayout.init(track.name()),
                        StreamLayout.INIT_TYPE,
                        init.bytes())
                .join();
        return new EncodedInit(object, init.sha256(), init.codecs());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
