package io.anpip.validator.check;

import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.stream.Delivery;
import io.anpip.validator.stream.FileKind;
import io.anpip.validator.stream.PublishedStream;
import java.util.List;

/** How a web server sends the files. */
final class DeliveryCheck implements Check {

    @Override
    public void run(PublishedStream stream, Findings findings) {
        for (Delivery delivery : stream.deliveries()) {
            Place place = Place.of(delivery.name());
            if (delivery.kind() == FileKind.PLAYLIST && !delivery.headers().compressed()) {
                findings.add(AppleRule.GZIP, place, "it was asked for with Accept-Encoding: gzip and came as it is");
            }
            List<String> types = types(delivery.kind());
            String type = delivery.headers().mediaType();
            if (!types.contains(type)) {
                findings.add(
                        AppleRule.MEDIA_TYPES,
                        place,
                        "its Content-Type is \"" + type + "\"; " + String.join(" or ", types) + " is wanted");
            }
        }
    }

    private static List<String> types(FileKind kind) {
        return switch (kind) {
            case PLAYLIST -> List.of("application/vnd.apple.mpegurl", "audio/mpegurl");
            case MANIFEST -> List.of("application/dash+xml");
            case INIT -> List.of("video/mp4", "audio/mp4");
            case SEGMENT -> List.of("video/iso.segment", "video/mp4", "audio/mp4", "video/mp2t");
            case TEXT -> List.of("text/vtt");
            case PICTURE -> List.of("image/jpeg", "image/png");
        };
    }
}
