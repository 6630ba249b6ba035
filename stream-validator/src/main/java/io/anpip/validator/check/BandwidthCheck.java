package io.anpip.validator.check;

import io.anpip.validator.m3u8.Attributes;
import io.anpip.validator.m3u8.MultivariantPlaylist.Variant;
import io.anpip.validator.report.Figures;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.Rule;
import io.anpip.validator.stream.BitRate;
import io.anpip.validator.stream.HlsStream;
import io.anpip.validator.stream.HlsTrack;
import io.anpip.validator.stream.PublishedStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bandwidths that a multivariant playlist tells, against the bytes. */
final class BandwidthCheck implements Check {

    private static final double TOLERANCE = 0.10;
    /** What rounding to whole bits and ticks may take away. */
    private static final double ROUNDING = 0.001;

    private static final double GROWING = 1.25;
    private static final double MOST_PEAK = 2.0;
    private static final double CELLULAR = 192_000;
    private static final double FIRST = 2_000_000;

    private record Measured(Variant variant, BitRate rate) {}

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.hls().ifPresent(hls -> {
            List<Measured> variants = new ArrayList<>();
            for (Variant variant : hls.master().variants()) {
                rate(hls, variant).ifPresent(rate -> {
                    variants.add(new Measured(variant, rate));
                    variant(hls, variant, rate, findings);
                });
            }
            for (Attributes iFrames : hls.master().iFrames()) {
                iFrames(hls, iFrames, findings);
            }
            all(hls, variants, findings);
        });
    }

    /** Of the variant's own playlist, with the most demanding rendition of each group. */
    private static Optional<BitRate> rate(HlsStream hls, Variant variant) {
        Optional<HlsTrack> own = hls.track(variant);
        Optional<BitRate> total = own.flatMap(BandwidthCheck::rate);
        for (String type : List.of("AUDIO", "SUBTITLES")) {
            List<HlsTrack> group = hls.group(type, variant.attributes());
            BitRate largest =
                    group.stream().flatMap(track -> rate(track).stream()).reduce(BitRate.NONE, BitRate::larger);
            // A group that holds the variant itself is played in its place; any other one beside it.
            boolean instead = own.filter(group::contains).isPresent();
            total = total.map(rate -> instead ? rate.larger(largest) : rate.plus(largest));
        }
        return total;
    }

    private static Optional<BitRate> rate(HlsTrack track) {
        double target = track.playlist().targetDuration().orElse(0L);
        boolean whole =
                track.segments().stream().allMatch(segment -> segment.file().isPresent());
        if (!whole || track.segments().isEmpty()) {
            return Optional.empty();
        }
        List<BitRate.Piece> pieces = track.segments().stream()
                .map(segment -> new BitRate.Piece(
                        segment.file().orElseThrow().bytes(), segment.listed().seconds()))
                .toList();
        return Optional.of(BitRate.of(pieces, target));
    }

    private static void variant(HlsStream hls, Variant variant, BitRate rate, Findings findings) {
        Attributes tag = variant.attributes();
        Place place = Place.line(hls.master().name(), tag.line());
        tag.integer("BANDWIDTH").ifPresent(said -> {
            if (hls.isOnDemand()) {
                near(AppleRule.PEAK_RATE, "BANDWIDTH", said, "peak", rate.peak(), place, findings);
            } else if (rate.peak() >= said * GROWING) {
                findings.add(
                        AppleRule.GROWING_PEAK_RATE,
                        place,
                        "BANDWIDTH is " + Figures.rate(said) + ", and the measured peak is "
                                + Figures.rate(rate.peak()));
            }
            if (said < rate.peak() * (1 - ROUNDING)) {
                findings.add(
                        AppleRule.LARGEST_SUM,
                        place,
                        "BANDWIDTH is " + Figures.rate(said) + ", and what is played together peaks at "
                                + Figures.rate(rate.peak()));
            }
        });
        tag.integer("AVERAGE-BANDWIDTH")
                .filter(said -> hls.isOnDemand())
                .ifPresent(said -> near(
                        AppleRule.AVERAGE_RATE, "AVERAGE-BANDWIDTH", said, "average", rate.average(), place, findings));
        if (rate.peak() > rate.average() * MOST_PEAK) {
            findings.add(
                    AppleRule.PEAK_TO_AVERAGE,
                    place,
                    "the peak of " + Figures.rate(rate.peak()) + " is more than twice the average of "
                            + Figures.rate(rate.average()));
        }
    }

    /** An I-frame playlist is measured by its own target duration and the bytes of its ranges. */
    private static void iFrames(HlsStream hls, Attributes tag, Findings findings) {
        Optional<HlsTrack> track = tag.text("URI").flatMap(hls::track);
        if (track.isEmpty()) {
            return;
        }
        List<BitRate.Piece> pieces = track.get().segments().stream()
                .flatMap(segment -> segment
                        .listed()
                        .range()
                        .map(range -> new BitRate.Piece(
                                range.length(), segment.listed().seconds()))
                        .or(() -> segment.file()
                                .map(file -> new BitRate.Piece(
                                        file.bytes(), segment.listed().seconds())))
                        .stream())
                .toList();
        BitRate rate =
                BitRate.of(pieces, track.get().playlist().targetDuration().orElse(0L));
        Place place = Place.line(hls.master().name(), tag.line());
        tag.integer("BANDWIDTH")
                .ifPresent(said -> near(AppleRule.PEAK_RATE, "BANDWIDTH", said, "peak", rate.peak(), place, findings));
        tag.integer("AVERAGE-BANDWIDTH")
                .ifPresent(said -> near(
                        AppleRule.AVERAGE_RATE, "AVERAGE-BANDWIDTH", said, "average", rate.average(), place, findings));
    }

    private static void near(
            Rule rule, String attribute, long said, String what, double measured, Place place, Findings findings) {
        if (Math.abs(said - measured) > measured * TOLERANCE + 1) {
            findings.add(
                    rule,
                    place,
                    attribute + " is " + Figures.rate(said) + ", and the measured " + what + " is "
                            + Figures.rate(measured) + "; they may differ by 10 %");
        }
    }

    private static void all(HlsStream hls, List<Measured> variants, Findings findings) {
        if (variants.isEmpty() || variants.size() < hls.master().variants().size()) {
            return;
        }
        double smallest = variants.stream()
                .mapToDouble(variant -> variant.rate().peak())
                .min()
                .orElse(0);
        Place place = Place.of(hls.master().name());
        if (smallest > CELLULAR) {
            findings.add(
                    AppleRule.CELLULAR,
                    place,
                    "the smallest variant peaks at " + Figures.rate(smallest) + "; one of at most 192 kbps is wanted");
        }
        double nearest =
                variants.stream().mapToDouble(BandwidthCheck::fromFirst).min().orElse(0);
        if (fromFirst(variants.getFirst()) > nearest) {
            findings.add(
                    AppleRule.FIRST_VARIANT,
                    Place.line(
                            hls.master().name(),
                            hls.master().variants().getFirst().attributes().line()),
                    "another variant is nearer to 2000 kbps than the first one");
        }
    }

    private static double fromFirst(Measured variant) {
        return Math.abs(variant.variant().attributes().integer("BANDWIDTH").orElse(0L) - FIRST);
    }
}
