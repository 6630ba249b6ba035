package io.anpip.validator.stream;

import io.anpip.validator.report.Extent;
import java.util.List;
import java.util.Optional;

/**
 * A stream as it was found.
 *
 * @param hls what its multivariant playlist names
 * @param dash what its manifest names
 * @param deliveries how a web server sent its files; empty for a folder
 * @param files files that were read
 * @param bytes their bytes
 */
public record PublishedStream(
        Optional<HlsStream> hls, Optional<DashStream> dash, List<Delivery> deliveries, int files, long bytes) {

    public PublishedStream {
        deliveries = List.copyOf(deliveries);
    }

    /** How much there is of it. */
    public Extent extent() {
        double seconds = hls.map(HlsStream::seconds)
                .or(() -> dash.flatMap(stream -> stream.manifest().seconds("mediaPresentationDuration")))
                .orElse(0.0);
        return new Extent(
                hls.map(stream -> stream.tracks().size()).orElse(0),
                dash.map(stream -> stream.tracks().size()).orElse(0),
                files,
                bytes,
                seconds);
    }
}
