package io.anpip.transcode.encoder;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.cmaf.EncodedSegment;
import io.anpip.transcode.grid.TextGrid;
import io.anpip.transcode.storage.StreamLayout;
import io.anpip.transcode.storage.Transfers;
import io.anpip.transcode.text.EncodedText;
import io.anpip.transcode.text.SubtitleCue;
import io.anpip.transcode.text.WebVttText;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Stores the WebVTT files of an attempt under the attempt's own folder. */
@ApplicationScoped
public class TextUpload {

    private final ObjectStore store;
    private final Buckets buckets;
    private final Transfers transfers;

    public TextUpload(ObjectStore store, Buckets buckets, TranscodeConfig config) {
        this.store = store;
        this.buckets = buckets;
        this.transfers = new Transfers(config.transfersAtOnce());
    }

    EncodedText store(String name, List<SubtitleCue> cues, TextGrid grid, String attemptPrefix) {
        List<String> files = WebVttText.segments(cues, grid.endSeconds());
        List<Supplier<CompletableFuture<EncodedSegment>>> uploads = new ArrayList<>();
        for (int index = 0; index < files.size(); index++) {
            int number = index + 1;
            byte[] bytes = files.get(index).getBytes(StandardCharsets.UTF_8);
            long ticks = grid.segmentTicks().get(index);
            uploads.add(() -> store.put(
                            buckets.work(),
                            attemptPrefix + StreamLayout.textSegment(name, number),
                            StreamLayout.TEXT_TYPE,
                            bytes)
                    .thenApply(object ->
                            new EncodedSegment(number, object, SegmentUpload.sha256(bytes), ticks, List.of())));
        }
        List<EncodedSegment> segments = transfers.all(uploads);
        return new EncodedText(
                name,
                grid.timescale(),
                store.put(
                                buckets.work(),
                                attemptPrefix + StreamLayout.wholeText(name),
                                StreamLayout.TEXT_TYPE,
                                WebVttText.whole(cues).getBytes(StandardCharsets.UTF_8))
                        .join(),
                segments);
    }
}
