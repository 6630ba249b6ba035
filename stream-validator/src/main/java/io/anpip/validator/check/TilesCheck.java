package io.anpip.validator.check;

import io.anpip.validator.m3u8.Resolution;
import io.anpip.validator.media.MediaFile.Picture;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.DashRule;
import io.anpip.validator.rule.StreamRule;
import io.anpip.validator.stream.DashTrack;
import io.anpip.validator.stream.DashTrack.DashSegment;
import io.anpip.validator.stream.PublishedStream;
import java.util.Optional;

/** Image adaptation sets: sheets of tiles. */
final class TilesCheck implements Check {

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.dash().ifPresent(dash -> {
            for (DashTrack track : dash.tracks()) {
                if (track.is("image")) {
                    tiles(track, Place.part(dash.manifest().name(), track.name()), findings);
                }
            }
        });
    }

    private static void tiles(DashTrack track, Place place, Findings findings) {
        Optional<Resolution> layout =
                track.representation().tiles().flatMap(property -> Resolution.parse(property.value()));
        if (layout.isEmpty()) {
            findings.add(
                    DashRule.TILES,
                    place,
                    "the property http://dashif.org/guidelines/thumbnail_tile with a value such as 10x5 is missing");
            return;
        }
        Optional<Long> width = track.representation().whole("width");
        Optional<Long> height = track.representation().whole("height");
        if (width.isEmpty() || height.isEmpty()) {
            findings.add(DashRule.TILES, place, "width and height of a sheet are missing");
            return;
        }
        if (width.get() % layout.get().width() != 0
                || height.get() % layout.get().height() != 0) {
            findings.add(
                    DashRule.TILES,
                    place,
                    width.get() + "x" + height.get() + " cannot be cut into " + layout.get()
                            + " tiles of the same size");
        }
        for (DashSegment segment : track.segments()) {
            if (segment.file().isEmpty()) {
                continue;
            }
            if (segment.file().get() instanceof Picture picture) {
                if (picture.width() != width.get() || picture.height() != height.get()) {
                    findings.add(
                            DashRule.TILES,
                            place,
                            segment.name() + " is " + picture.width() + "x" + picture.height() + "; the manifest says "
                                    + width.get() + "x" + height.get());
                }
            } else {
                findings.add(StreamRule.PICTURE, place, segment.name() + " is neither JPEG nor PNG");
            }
        }
    }
}
