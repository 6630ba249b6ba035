package io.anpip.validator.check;

import io.anpip.validator.bmff.InitSegment;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.CmafRule;
import io.anpip.validator.rule.DashRule;
import io.anpip.validator.stream.DashStream;
import io.anpip.validator.stream.DashTrack;
import io.anpip.validator.stream.DashTrack.DashSegment;
import io.anpip.validator.stream.HlsStream;
import io.anpip.validator.stream.HlsTrack;
import io.anpip.validator.stream.HlsTrack.HlsSegment;
import io.anpip.validator.stream.HlsTrack.Role;
import io.anpip.validator.stream.PublishedStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** One copy serves HLS and DASH: both list the same files of picture and sound, with the same init segments. */
final class SameMediaCheck implements Check {

    @Override
    public void run(PublishedStream stream, Findings findings) {
        if (stream.hls().isPresent() && stream.dash().isPresent()) {
            compare(stream.hls().get(), stream.dash().get(), findings);
        }
    }

    private static void compare(HlsStream hls, DashStream dash, Findings findings) {
        Map<URI, String> byHls = new TreeMap<>();
        Map<URI, InitSegment> inits = new HashMap<>();
        for (HlsTrack track : hls.listedAs(Role.MEDIA)) {
            for (HlsSegment segment : track.segments()) {
                byHls.put(segment.address(), segment.name());
                segment.init().ifPresent(init -> inits.put(segment.address(), init));
            }
        }
        Map<URI, String> byDash = new TreeMap<>();
        for (DashTrack track : dash.tracks()) {
            if (!track.is("video") && !track.is("audio")) {
                continue;
            }
            for (DashSegment segment : track.segments()) {
                byDash.put(segment.address(), segment.name());
                InitSegment other = inits.get(segment.address());
                if (other != null
                        && track.init().isPresent()
                        && !other.equals(track.init().get())) {
                    findings.add(
                            CmafRule.SAME_INIT,
                            Place.part(dash.manifest().name(), track.name()),
                            "its init segment is another one than that of the HLS playlist");
                }
            }
        }
        byHls.forEach((address, name) -> {
            if (!byDash.containsKey(address)) {
                findings.add(
                        DashRule.SAME_MEDIA,
                        Place.of(dash.manifest().name()),
                        "it does not list " + name + ", and HLS does");
            }
        });
        byDash.forEach((address, name) -> {
            if (!byHls.containsKey(address)) {
                findings.add(
                        DashRule.SAME_MEDIA,
                        Place.of(hls.master().name()),
                        "it does not list " + name + ", and DASH does");
            }
        });
    }
}
