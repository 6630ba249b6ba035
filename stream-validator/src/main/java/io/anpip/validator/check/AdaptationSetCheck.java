package io.anpip.validator.check;

import io.anpip.validator.bmff.FirstPicture;
import io.anpip.validator.media.MediaFile;
import io.anpip.validator.media.MediaFile.Cmaf;
import io.anpip.validator.media.MediaFile.WebVtt;
import io.anpip.validator.mpd.Manifest.AdaptationSet;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.DashRule;
import io.anpip.validator.stream.DashStream;
import io.anpip.validator.stream.DashTrack;
import io.anpip.validator.stream.DashTrack.DashSegment;
import io.anpip.validator.stream.MeasuredTrack;
import io.anpip.validator.stream.PublishedStream;
import java.util.List;
import java.util.Optional;

/** What holds for all representations of an adaptation set together. */
final class AdaptationSetCheck implements Check {

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.dash().ifPresent(dash -> {
            List<AdaptationSet> sets = dash.manifest().periods().stream()
                    .limit(1)
                    .flatMap(period -> period.sets().stream())
                    .toList();
            for (AdaptationSet set : sets) {
                Place place = Place.part(dash.manifest().name(), set.place());
                language(set, place, findings);
                trickMode(set, sets, place, findings);
                switch (set.contentType()) {
                    case "video" -> {
                        alignment(dash, set, place, findings);
                        accessPoints(dash, set, place, findings);
                    }
                    case "audio" -> alignment(dash, set, place, findings);
                    case "text" -> text(dash, set, findings);
                    default -> {
                        // Nothing holds for all of any other kind.
                    }
                }
            }
        });
    }

    private static void language(AdaptationSet set, Place place, Findings findings) {
        Optional<String> language = set.text("lang");
        language.filter(tag -> !Language.isTag(tag))
                .ifPresent(tag -> findings.add(
                        DashRule.LANG, place, "lang is \"" + tag + "\"; a tag such as en or pt-BR is wanted"));
        if (language.isEmpty() && set.contentType().equals("text")) {
            findings.add(DashRule.LANG, place, "it is text and has no lang; und stands for one that is not known");
        }
    }

    private static void trickMode(AdaptationSet set, List<AdaptationSet> sets, Place place, Findings findings) {
        set.trickMode().ifPresent(property -> {
            for (String id : property.value().strip().split("\\s+", -1)) {
                boolean known = sets.stream()
                        .filter(other -> other.trickMode().isEmpty())
                        .anyMatch(other -> other.text("id").filter(id::equals).isPresent());
                if (!known) {
                    findings.add(DashRule.TRICK_MODE, place, "it is for set \"" + id + "\", and no set has that id");
                }
            }
        });
    }

    private static void alignment(DashStream dash, AdaptationSet set, Place place, Findings findings) {
        List<DashTrack> tracks = dash.of(set);
        boolean said = set.text("segmentAlignment")
                .or(() -> set.text("subsegmentAlignment"))
                .filter("true"::equals)
                .isPresent();
        if (tracks.size() > 1 && !said) {
            findings.add(DashRule.ALIGNMENT, place, "it has several representations, and segmentAlignment is not true");
            return;
        }
        Optional<MeasuredTrack> first =
                tracks.stream().flatMap(track -> track.measured().stream()).findFirst();
        for (DashTrack track : tracks) {
            track.measured()
                    .filter(own -> !starts(own).equals(starts(first.orElse(own))))
                    .ifPresent(own -> findings.add(
                            DashRule.ALIGNMENT,
                            Place.part(dash.manifest().name(), track.name()),
                            "its segments do not start at the same times as those of the first representation"));
        }
    }

    /** Microseconds, so that different clocks compare. */
    private static List<Long> starts(MeasuredTrack track) {
        return track.parts().stream()
                .map(part -> Math.round(track.seconds(part.file().decodeTicks()) * 1e6))
                .toList();
    }

    private static void accessPoints(DashStream dash, AdaptationSet set, Place place, Findings findings) {
        String said = set.text("startWithSAP")
                .or(() -> set.text("subsegmentStartsWithSAP"))
                .orElse("missing");
        if (!said.equals("1")) {
            findings.add(DashRule.SAP, place, "startWithSAP is " + said + "; 1 is wanted");
            return;
        }
        for (DashTrack track : dash.of(set)) {
            for (DashSegment segment : track.segments()) {
                if (segment.file().orElse(null) instanceof Cmaf(var file)
                        && file.fragments().getFirst().firstPicture() == FirstPicture.OTHER) {
                    findings.add(
                            DashRule.SAP,
                            Place.part(dash.manifest().name(), track.name()),
                            segment.name() + " does not start with an IDR picture");
                }
            }
        }
    }

    /** Text in fragmented MP4 is looked at by the CMAF rules. */
    private static void text(DashStream dash, AdaptationSet set, Findings findings) {
        for (DashTrack track : dash.of(set)) {
            Place place = Place.part(dash.manifest().name(), track.name());
            for (DashSegment segment : track.segments()) {
                Optional<MediaFile> file = segment.file();
                if (file.orElse(null) instanceof WebVtt vtt) {
                    SubtitleCheck.problems(segment.name(), vtt, findings);
                } else if (file.isPresent() && !(file.get() instanceof Cmaf)) {
                    findings.add(DashRule.TEXT, place, segment.name() + " is no WebVTT");
                }
            }
        }
    }
}
