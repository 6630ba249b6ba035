package io.anpip.validator.check;

import io.anpip.validator.report.Findings;
import io.anpip.validator.stream.PublishedStream;
import java.util.List;

/** Looks at a stream for what breaks some rules. */
public interface Check {

    /** Looks, and adds what it finds. */
    void run(PublishedStream stream, Findings findings);

    /** All there are. */
    static List<Check> all() {
        return List.of(
                new MultivariantCheck(),
                new GroupCheck(),
                new VariantCheck(),
                new BandwidthCheck(),
                new MediaPlaylistCheck(),
                new SegmentLengthCheck(),
                new AlignmentCheck(),
                new VideoCheck(),
                new AudioCheck(),
                new IFrameCheck(),
                new SubtitleCheck(),
                new ImagePlaylistCheck(),
                new CmafCheck(),
                new DecodeTimeCheck(),
                new ManifestCheck(),
                new RepresentationCheck(),
                new TimelineCheck(),
                new DashBandwidthCheck(),
                new AdaptationSetCheck(),
                new TilesCheck(),
                new SameMediaCheck(),
                new DeliveryCheck());
    }
}
