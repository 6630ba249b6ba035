package io.anpip.validator.stream;

import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.resource.Limits;
import io.anpip.validator.resource.ResourceSource;
import java.net.URI;
import java.util.Optional;

/** Reads a whole stream from its entrances. */
public final class StreamReader {

    private StreamReader() {}

    /**
     * Reads a stream.
     *
     * @param master address of the multivariant playlist, if there is one
     * @param manifest address of the manifest, if there is one
     */
    public static PublishedStream read(
            ResourceSource source, Optional<URI> master, Optional<URI> manifest, Limits limits, Findings findings) {
        Shelf shelf = new Shelf(source, limits, findings);
        Optional<HlsStream> hls = master.flatMap(
                address -> new HlsStreamReader(shelf, findings).read(address, Place.of(source.name(address))));
        Optional<DashStream> dash = manifest.flatMap(
                address -> new DashStreamReader(shelf, limits, findings).read(address, Place.of(source.name(address))));
        return shelf.stream(hls, dash);
    }
}
