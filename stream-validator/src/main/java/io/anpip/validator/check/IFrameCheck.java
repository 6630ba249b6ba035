package io.anpip.validator.check;

import io.anpip.validator.bmff.FirstPicture;
import io.anpip.validator.bmff.Fragment;
import io.anpip.validator.bmff.InitSegment.Track;
import io.anpip.validator.bmff.SegmentFile;
import io.anpip.validator.m3u8.MediaPlaylist.ByteRange;
import io.anpip.validator.media.MediaFile.Cmaf;
import io.anpip.validator.report.Figures;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.HlsRule;
import io.anpip.validator.stream.HlsStream;
import io.anpip.validator.stream.HlsTrack;
import io.anpip.validator.stream.HlsTrack.HlsSegment;
import io.anpip.validator.stream.HlsTrack.Role;
import io.anpip.validator.stream.MeasuredTrack;
import io.anpip.validator.stream.PublishedStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** I-frame playlists: that they are there, and that each of their ranges is one key frame with its headers. */
final class IFrameCheck implements Check {

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.hls().ifPresent(hls -> {
            Place place = Place.of(hls.master().name());
            boolean picture = !hls.video().isEmpty() && hls.isOnDemand();
            int count = hls.master().iFrames().size();
            if (picture && count == 0) {
                findings.add(AppleRule.I_FRAME_PLAYLISTS, place, "there is no EXT-X-I-FRAME-STREAM-INF");
            }
            if (picture && count == 1) {
                findings.add(AppleRule.I_FRAME_RATES, place, "there is one I-frame playlist");
            }
            double frame = SegmentLengthCheck.frameSeconds(hls);
            for (HlsTrack track : hls.listedAs(Role.I_FRAMES)) {
                List<Long> times = ranges(track, findings);
                distances(hls, track, times, frame, findings);
            }
        });
    }

    /** Decode times of the key frames, as far as all of them could be found. */
    private static List<Long> ranges(HlsTrack track, Findings findings) {
        List<Long> times = new ArrayList<>();
        for (HlsSegment segment : track.segments()) {
            Place place = Place.line(track.name(), segment.listed().line());
            if (segment.file().orElse(null) instanceof Cmaf(SegmentFile file)) {
                ByteRange range = segment.listed().range().orElse(new ByteRange(0, file.bytes()));
                if (range.end() > file.bytes()) {
                    findings.add(
                            HlsRule.BYTE_RANGE,
                            place,
                            "the range ends at byte " + range.end() + ", and " + segment.name() + " has "
                                    + file.bytes());
                } else {
                    fragment(file, range, place, findings)
                            .filter(fragment -> fragment.decodeTimes() > 0)
                            .ifPresent(fragment -> times.add(fragment.decodeTicks()));
                }
            }
        }
        return times;
    }

    private static Optional<Fragment> fragment(SegmentFile file, ByteRange range, Place place, Findings findings) {
        List<Fragment> within = file.fragments().stream()
                .filter(fragment -> fragment.offset() >= range.offset() && fragment.offset() < range.end())
                .toList();
        if (within.isEmpty()) {
            findings.add(HlsRule.I_FRAME, place, "no moof box begins in the range, so it cannot be decoded alone");
            return Optional.empty();
        }
        Fragment fragment = within.getFirst();
        if (within.size() > 1) {
            findings.add(HlsRule.I_FRAME, place, "the range holds " + within.size() + " fragments; one is wanted");
        }
        if (fragment.offset() != range.offset() && range.offset() != 0) {
            findings.add(
                    AppleRule.I_FRAME_HEADERS,
                    place,
                    "the range begins at byte " + range.offset() + ", and the moof box at " + fragment.offset());
        }
        if (fragment.firstSampleEnd() > range.end()) {
            findings.add(
                    HlsRule.I_FRAME,
                    place,
                    "the range ends at byte " + range.end() + ", and its key frame at " + fragment.firstSampleEnd());
        }
        if (!fragment.firstIsSync() || fragment.firstPicture() == FirstPicture.OTHER) {
            findings.add(HlsRule.I_FRAME, place, "the first picture of the range is no key frame");
        }
        return Optional.of(fragment);
    }

    private static void distances(HlsStream hls, HlsTrack track, List<Long> times, double frame, Findings findings) {
        Optional<Track> held = track.track();
        if (held.isEmpty() || times.size() != track.segments().size()) {
            return;
        }
        double start = seconds(times.getFirst(), held.get());
        double length =
                hls.video().stream().mapToDouble(MeasuredTrack::seconds).max().orElseGet(hls::seconds);
        for (int index = 0; index < times.size(); index++) {
            double from = seconds(times.get(index), held.get());
            double to = index + 1 < times.size() ? seconds(times.get(index + 1), held.get()) : start + length;
            double said = track.segments().get(index).listed().seconds();
            if (Math.abs(said - (to - from)) > frame) {
                findings.add(
                        HlsRule.I_FRAME,
                        Place.line(
                                track.name(),
                                track.segments().get(index).listed().line()),
                        "EXTINF is " + Figures.seconds(said) + ", and the next key frame comes "
                                + Figures.seconds(to - from) + " later");
            }
        }
    }

    private static double seconds(long ticks, Track track) {
        return (double) ticks / track.timescale();
    }
}
