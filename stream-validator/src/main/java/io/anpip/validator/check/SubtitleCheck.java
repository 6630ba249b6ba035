package io.anpip.validator.check;

import io.anpip.validator.media.MediaFile;
import io.anpip.validator.media.MediaFile.WebVtt;
import io.anpip.validator.report.Figures;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.StreamRule;
import io.anpip.validator.stream.HlsStream;
import io.anpip.validator.stream.HlsTrack;
import io.anpip.validator.stream.HlsTrack.HlsSegment;
import io.anpip.validator.stream.HlsTrack.Role;
import io.anpip.validator.stream.PublishedStream;
import java.util.Optional;
import java.util.regex.Pattern;

/** Subtitle playlists and their WebVTT segments. */
final class SubtitleCheck implements Check {

    private static final Pattern MAP = Pattern.compile("(MPEGTS:[0-9]+,LOCAL:[0-9:.]+)|(LOCAL:[0-9:.]+,MPEGTS:[0-9]+)");
    /** Less is rounding. */
    private static final double UNCOVERED = 1.0;

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.hls()
                .ifPresent(hls -> hls.listedAs(Role.SUBTITLES).forEach(track -> {
                    for (HlsSegment segment : track.segments()) {
                        segment.file().ifPresent(file -> segment(segment.name(), file, findings));
                    }
                    length(hls, track, findings);
                }));
    }

    private static void segment(String name, MediaFile file, Findings findings) {
        switch (file) {
            case WebVtt vtt -> {
                problems(name, vtt, findings);
                Optional<String> map = vtt.timestampMap();
                if (map.isEmpty()) {
                    findings.add(AppleRule.TIMESTAMP_MAP, Place.of(name), "X-TIMESTAMP-MAP is missing");
                } else if (!MAP.matcher(map.get()).matches()) {
                    findings.add(
                            AppleRule.TIMESTAMP_MAP,
                            Place.of(name),
                            "X-TIMESTAMP-MAP is \"" + map.get() + "\"; MPEGTS:0,LOCAL:00:00:00.000 is its form");
                }
            }
            case MediaFile.Cmaf _ -> {
                // WebVTT in fragmented MP4, or IMSC: the CMAF rules look at it.
            }
            case MediaFile.Picture _, MediaFile.TransportStream _, MediaFile.Unreadable _ ->
                findings.add(AppleRule.SUBTITLE_FORMAT, Place.of(name), "it is no WebVTT");
        }
    }

    static void problems(String name, WebVtt vtt, Findings findings) {
        vtt.problems().forEach(problem -> findings.add(StreamRule.WEBVTT, Place.of(name), problem));
    }

    private static void length(HlsStream hls, HlsTrack track, Findings findings) {
        double missing = hls.seconds() - track.playlist().seconds();
        if (missing > UNCOVERED && hls.isEnded()) {
            findings.add(
                    AppleRule.SUBTITLE_LENGTH,
                    Place.of(track.name()),
                    "it covers " + Figures.seconds(track.playlist().seconds()) + " of "
                            + Figures.seconds(hls.seconds()));
        }
    }
}
