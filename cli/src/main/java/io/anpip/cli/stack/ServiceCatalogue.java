package io.anpip.cli.stack;

import java.util.List;

/** The services of the pipeline. */
public final class ServiceCatalogue {
    /** The service that takes requests from outside. */
    public static final String API = "upload-api";

    /** The service that runs the encoders. */
    public static final String TRANSCODE = "transcode-consumer";

    public static final String THUMBNAILS = "thumbnail-consumer";
    public static final String CHAPTERS = "chapter-consumer";
    public static final String PROJECTOR = "status-projector";

    /**
     * All five. The heaps are what they need with some air, so that all processes together stay under 2 GB; video passes through
     * FFmpeg's processes and not through these, but for a quarter of the API's, which takes bytes of clients that send them there.
     */
    public static final List<Service> SERVICES = List.of(
            new Service(API, 128, 64),
            new Service(TRANSCODE, 192, 64),
            new Service(THUMBNAILS, 128, 48),
            new Service(CHAPTERS, 128, 48),
            new Service(PROJECTOR, 96, 48));

    private ServiceCatalogue() {}
}
