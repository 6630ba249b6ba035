package io.anpip.validator.check;

import io.anpip.validator.m3u8.Attributes;
import io.anpip.validator.m3u8.Resolution;
import io.anpip.validator.media.MediaFile.Picture;
import io.anpip.validator.report.Figures;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.ImageRule;
import io.anpip.validator.rule.StreamRule;
import io.anpip.validator.stream.HlsStream;
import io.anpip.validator.stream.HlsTrack;
import io.anpip.validator.stream.HlsTrack.HlsSegment;
import io.anpip.validator.stream.HlsTrack.Role;
import io.anpip.validator.stream.PublishedStream;
import java.util.List;
import java.util.Optional;

/** Image playlists: sheets of pictures for seek bars. */
final class ImagePlaylistCheck implements Check {

    private static final double ROUNDING = 0.002;

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.hls().ifPresent(hls -> {
            for (Attributes tag : hls.master().images()) {
                for (String name : List.of("BANDWIDTH", "RESOLUTION", "CODECS", "URI")) {
                    if (!tag.has(name)) {
                        findings.add(
                                ImageRule.STREAM_INF,
                                Place.line(hls.master().name(), tag.line()),
                                tag.tag() + " has no " + name);
                    }
                }
            }
            hls.listedAs(Role.IMAGES).forEach(track -> track(hls, track, findings));
        });
    }

    private static void track(HlsStream hls, HlsTrack track, Findings findings) {
        if (!track.playlist().imagesOnly()) {
            findings.add(ImageRule.IMAGES_ONLY, Place.of(track.name()), "EXT-X-IMAGES-ONLY is missing");
        }
        for (HlsSegment segment : track.segments()) {
            sheet(track, segment, findings);
        }
        double tile = track.segments().stream()
                .flatMap(segment -> segment.listed().tiles().stream())
                .flatMap(tiles -> tiles.decimal("DURATION").stream())
                .findFirst()
                .orElse(0.0);
        double missing = hls.seconds() - track.playlist().seconds();
        if (missing > tile + ROUNDING) {
            findings.add(
                    ImageRule.LENGTH,
                    Place.of(track.name()),
                    "it covers " + Figures.seconds(track.playlist().seconds()) + " of "
                            + Figures.seconds(hls.seconds()));
        }
    }

    private static void sheet(HlsTrack track, HlsSegment segment, Findings findings) {
        Place place = Place.line(track.name(), segment.listed().line());
        Optional<Attributes> tiles = segment.listed().tiles();
        Optional<Resolution> size = tiles.flatMap(tag -> tag.resolution("RESOLUTION"));
        Optional<Resolution> layout = tiles.flatMap(tag -> tag.resolution("LAYOUT"));
        Optional<Double> seconds = tiles.flatMap(tag -> tag.decimal("DURATION"));
        if (size.isEmpty() || layout.isEmpty() || seconds.isEmpty()) {
            findings.add(ImageRule.TILES, place, "EXT-X-TILES with RESOLUTION, LAYOUT and DURATION is missing");
            return;
        }
        double most = (double) layout.get().width() * layout.get().height() * seconds.get();
        if (segment.listed().seconds() > most + ROUNDING) {
            findings.add(
                    ImageRule.LENGTH,
                    place,
                    "EXTINF is " + Figures.seconds(segment.listed().seconds()) + ", and its tiles cover at most "
                            + Figures.seconds(most));
        }
        if (segment.file().isEmpty()) {
            return;
        }
        if (segment.file().get() instanceof Picture picture) {
            int width = size.get().width() * layout.get().width();
            int height = size.get().height() * layout.get().height();
            if (picture.width() != width || picture.height() != height) {
                findings.add(
                        ImageRule.TILES,
                        place,
                        segment.name() + " is " + picture.width() + "x" + picture.height()
                                + "; by its tiles it should be " + width + "x" + height);
            }
        } else {
            findings.add(StreamRule.PICTURE, place, segment.name() + " is neither JPEG nor PNG");
        }
    }
}
