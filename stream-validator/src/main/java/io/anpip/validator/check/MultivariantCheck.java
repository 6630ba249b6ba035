package io.anpip.validator.check;

import io.anpip.validator.m3u8.Attributes;
import io.anpip.validator.m3u8.MultivariantPlaylist;
import io.anpip.validator.m3u8.MultivariantPlaylist.Variant;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.HlsRule;
import io.anpip.validator.rule.Rule;
import io.anpip.validator.stream.HlsStream;
import io.anpip.validator.stream.HlsTrack.Role;
import io.anpip.validator.stream.PublishedStream;
import java.util.List;

/** What a multivariant playlist says by itself: attributes that must be there. */
final class MultivariantCheck implements Check {

    private static final int FEWEST_VARIANTS = 2;

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.hls().ifPresent(hls -> {
            MultivariantPlaylist master = hls.master();
            variants(hls, findings);
            for (Attributes iFrames : master.iFrames()) {
                wanted(master, iFrames, List.of("BANDWIDTH", "URI"), HlsRule.I_FRAME_STREAM_INF, findings);
                wanted(master, iFrames, List.of("CODECS"), AppleRule.I_FRAME_CODECS, findings);
                wanted(master, iFrames, List.of("RESOLUTION"), AppleRule.I_FRAME_RESOLUTION, findings);
            }
            Place place = Place.of(master.name());
            if (!master.independent()) {
                findings.add(AppleRule.INDEPENDENT, place, "EXT-X-INDEPENDENT-SEGMENTS is missing");
            }
            if (master.variants().size() < FEWEST_VARIANTS) {
                findings.add(
                        AppleRule.SEVERAL_VARIANTS,
                        place,
                        "two or more variants are wanted; it has "
                                + master.variants().size());
            }
            boolean closedCaptionsInstream = master.media().stream().anyMatch(tag -> tag.has("INSTREAM-ID"));
            if (closedCaptionsInstream && master.version() < 7) {
                findings.add(
                        HlsRule.VERSION,
                        place,
                        "EXT-X-VERSION is " + master.version() + "; INSTREAM-ID with SERVICE values takes 7");
            }
        });
    }

    private static void variants(HlsStream hls, Findings findings) {
        MultivariantPlaylist master = hls.master();
        boolean onDemand = hls.isOnDemand();
        boolean pictureExists =
                !hls.video().isEmpty() || !hls.listedAs(Role.I_FRAMES).isEmpty();
        for (Variant variant : master.variants()) {
            Attributes tag = variant.attributes();
            wanted(master, tag, List.of("BANDWIDTH"), HlsRule.STREAM_INF, findings);
            if (variant.uri().isEmpty()) {
                findings.add(
                        HlsRule.STREAM_INF, Place.line(master.name(), tag.line()), "no URI stands on the next line");
            }
            wanted(master, tag, List.of("CODECS"), AppleRule.CODECS, findings);
            if (onDemand) {
                wanted(master, tag, List.of("AVERAGE-BANDWIDTH"), AppleRule.AVERAGE_BANDWIDTH, findings);
            }
            if (pictureExists && isPicture(hls, variant)) {
                wanted(master, tag, List.of("RESOLUTION"), AppleRule.RESOLUTION, findings);
                wanted(master, tag, List.of("FRAME-RATE"), AppleRule.FRAME_RATE, findings);
            }
        }
    }

    /** By what is in its files; if they cannot be read, by what it says of itself. */
    private static boolean isPicture(HlsStream hls, Variant variant) {
        return hls.track(variant)
                .flatMap(track -> track.measured())
                .map(track -> track.isVideo())
                .orElse(variant.attributes().has("RESOLUTION"));
    }

    private static void wanted(
            MultivariantPlaylist master, Attributes tag, List<String> names, Rule rule, Findings findings) {
        for (String name : names) {
            if (!tag.has(name)) {
                findings.add(rule, Place.line(master.name(), tag.line()), tag.tag() + " has no " + name);
            }
        }
    }
}
