package io.anpip.validator.stream;

import io.anpip.validator.bmff.InitSegment;
import io.anpip.validator.mpd.Addressing.SingleFile;
import io.anpip.validator.mpd.Addressing.Template;
import io.anpip.validator.mpd.Addressing.Unsupported;
import io.anpip.validator.mpd.Manifest;
import io.anpip.validator.mpd.Manifest.AdaptationSet;
import io.anpip.validator.mpd.Manifest.Representation;
import io.anpip.validator.mpd.ManifestParser;
import io.anpip.validator.mpd.TemplateName;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.resource.Limits;
import io.anpip.validator.rule.DashRule;
import io.anpip.validator.rule.StreamRule;
import io.anpip.validator.stream.DashTrack.DashSegment;
import io.anpip.validator.stream.SegmentTimes.Times;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a manifest names. */
final class DashStreamReader {

    private final Shelf shelf;
    private final Limits limits;
    private final Findings findings;

    DashStreamReader(Shelf shelf, Limits limits, Findings findings) {
        this.shelf = shelf;
        this.limits = limits;
        this.findings = findings;
    }

    Optional<DashStream> read(URI address, Place namedAt) {
        return shelf.text(address, FileKind.MANIFEST, namedAt)
                .flatMap(bytes -> ManifestParser.parse(bytes, address, shelf.name(address), findings))
                .map(this::stream);
    }

    private DashStream stream(Manifest manifest) {
        List<DashTrack> tracks = new ArrayList<>();
        if (manifest.periods().size() != 1) {
            findings.add(
                    DashRule.PERIOD,
                    Place.of(manifest.name()),
                    "it has " + manifest.periods().size() + " periods; one is checked, and one is wanted");
        }
        manifest.periods().stream()
                .limit(1)
                .flatMap(period -> period.sets().stream())
                .forEach(set -> set.representations()
                        .forEach(representation -> tracks.add(track(manifest, set, representation))));
        return new DashStream(manifest, tracks);
    }

    private DashTrack track(Manifest manifest, AdaptationSet set, Representation representation) {
        String name = set.place() + " representation " + representation.id();
        Place place = Place.part(manifest.name(), name);
        return switch (representation.addressing()) {
            case Template template -> byTemplate(manifest, set, representation, template, name, place);
            case SingleFile _ -> {
                URI file = representation.base();
                boolean movie = representation.text("mimeType").orElse("").endsWith("/mp4");
                Optional<InitSegment> init = movie ? shelf.init(file, Optional.empty(), place) : Optional.empty();
                DashSegment segment = new DashSegment(
                        file,
                        shelf.name(file),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        shelf.media(file, Optional.empty(), init, place));
                yield new DashTrack(set, representation, name, 1, 0, init, List.of(segment));
            }
            case Unsupported(String reason) -> {
                findings.add(DashRule.TEMPLATE, place, reason);
                yield new DashTrack(set, representation, name, 1, 0, Optional.empty(), List.of());
            }
        };
    }

    private DashTrack byTemplate(
            Manifest manifest,
            AdaptationSet set,
            Representation representation,
            Template template,
            String name,
            Place place) {
        TemplateName.problem(template.media())
                .or(() -> template.initialization().flatMap(TemplateName::problem))
                .ifPresent(problem -> findings.add(DashRule.TEMPLATE, place, problem));
        Optional<InitSegment> init = template.initialization()
                .flatMap(pattern -> resolve(representation, pattern, template.startNumber(), 0, place))
                .flatMap(address -> shelf.init(address, Optional.empty(), place));
        List<Times> times = SegmentTimes.of(template, manifest.periodSeconds(), limits.resources());
        if (times.size() > 1 && !template.media().matches(".*\\$(Number|Time)(%0[0-9]+d)?\\$.*")) {
            findings.add(DashRule.TEMPLATE, place, "\"" + template.media() + "\" gives all segments one name");
        }
        if (times.isEmpty()) {
            findings.add(
                    DashRule.TEMPLATE, place, "it has no segments: there is neither a SegmentTimeline nor a duration");
        }
        List<DashSegment> segments = new ArrayList<>();
        for (Times segment : times) {
            long number = template.startNumber() + segments.size();
            Optional<URI> address = resolve(representation, template.media(), number, segment.ticks(), place);
            if (address.isEmpty()) {
                break;
            }
            segments.add(new DashSegment(
                    address.get(),
                    shelf.name(address.get()),
                    Optional.of(segment.ticks()),
                    Optional.of(segment.durationTicks()),
                    !template.timeline().isEmpty(),
                    shelf.media(address.get(), Optional.empty(), init, place)));
        }
        return new DashTrack(set, representation, name, template.timescale(), template.timeOffset(), init, segments);
    }

    private Optional<URI> resolve(Representation representation, String pattern, long number, long time, Place place) {
        String reference = TemplateName.of(pattern, representation, number, time);
        Optional<URI> address = Addresses.resolve(representation.base(), reference);
        if (address.isEmpty()) {
            findings.add(StreamRule.EXISTS, place, "\"" + reference + "\" is no address");
        }
        return address;
    }
}
