package io.anpip.validator.check;

import io.anpip.validator.mpd.Manifest;
import io.anpip.validator.mpd.Manifest.AdaptationSet;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.DashRule;
import io.anpip.validator.stream.DashTrack;
import io.anpip.validator.stream.PublishedStream;
import java.util.HashSet;
import java.util.Set;

/** What a manifest says of the whole presentation. */
final class ManifestCheck implements Check {

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.dash().ifPresent(dash -> {
            Manifest manifest = dash.manifest();
            Place place = Place.part(manifest.name(), "MPD");
            if (manifest.text("profiles").filter(text -> !text.isBlank()).isEmpty()) {
                findings.add(DashRule.PROFILES, place, "profiles is missing");
            }
            if (manifest.seconds("minBufferTime").isEmpty()) {
                findings.add(DashRule.PROFILES, place, "minBufferTime is missing or no duration");
            }
            String type = manifest.text("type").orElse("static");
            if (!type.equals("static")) {
                findings.add(DashRule.STATIC, place, "type is " + type + "; what is complete is static");
            }
            if (manifest.seconds("mediaPresentationDuration").isEmpty()) {
                findings.add(DashRule.STATIC, place, "mediaPresentationDuration is missing or no duration");
            }
            ids(manifest, dash.tracks(), findings);
        });
    }

    private static void ids(Manifest manifest, Iterable<DashTrack> tracks, Findings findings) {
        Set<String> representations = new HashSet<>();
        for (DashTrack track : tracks) {
            String id = track.representation().id();
            if (id.isEmpty() || !representations.add(id)) {
                findings.add(
                        DashRule.IDS,
                        Place.part(manifest.name(), track.name()),
                        id.isEmpty() ? "its id is missing" : "its id \"" + id + "\" occurs twice in the period");
            }
        }
        manifest.periods().forEach(period -> {
            Set<String> sets = new HashSet<>();
            for (AdaptationSet set : period.sets()) {
                set.text("id")
                        .filter(id -> !sets.add(id))
                        .ifPresent(id -> findings.add(
                                DashRule.IDS,
                                Place.part(manifest.name(), set.place()),
                                "its id \"" + id + "\" occurs twice"));
            }
        });
    }
}
