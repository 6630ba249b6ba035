package io.anpip.validator.check;

import io.anpip.validator.bmff.FirstPicture;
import io.anpip.validator.bmff.Fragment;
import io.anpip.validator.bmff.InitSegment;
import io.anpip.validator.bmff.InitSegment.Edit;
import io.anpip.validator.bmff.InitSegment.Track;
import io.anpip.validator.bmff.SampleEntry.Unknown;
import io.anpip.validator.bmff.SampleEntry.Video;
import io.anpip.validator.media.MediaFile;
import io.anpip.validator.media.MediaFile.Cmaf;
import io.anpip.validator.media.MediaFile.Unreadable;
import io.anpip.validator.report.Figures;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.CmafRule;
import io.anpip.validator.stream.DashTrack;
import io.anpip.validator.stream.DashTrack.DashSegment;
import io.anpip.validator.stream.HlsTrack;
import io.anpip.validator.stream.HlsTrack.HlsSegment;
import io.anpip.validator.stream.HlsTrack.Role;
import io.anpip.validator.stream.MeasuredTrack;
import io.anpip.validator.stream.PublishedStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Init segments and fragments, whichever list names them; the same file twice is reported once. */
final class CmafCheck implements Check {

    private static final int NORMAL_SPEED = 1 << 16;
    private static final Set<String> HEADER_BOXES = Set.of("ftyp", "moov", "free", "skip", "meta", "uuid", "sidx");

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.hls().ifPresent(hls -> {
            for (HlsTrack track : hls.tracks().values()) {
                for (HlsSegment segment : track.segments()) {
                    file(segment.name(), segment.file(), segment.init(), findings);
                }
                track.init().ifPresent(init -> header(track.name(), init, findings));
                if (track.role() == Role.MEDIA) {
                    track.measured().ifPresent(measured -> edits(measured, findings));
                }
            }
        });
        stream.dash().ifPresent(dash -> {
            for (DashTrack track : dash.tracks()) {
                for (DashSegment segment : track.segments()) {
                    file(segment.name(), segment.file(), track.init(), findings);
                }
                // With HLS beside it the same headers have been looked at.
                if (stream.hls().isEmpty()) {
                    track.init().ifPresent(init -> header(track.name(), init, findings));
                    track.measured().ifPresent(measured -> edits(measured, findings));
                }
            }
        });
    }

    private static void header(String name, InitSegment init, Findings findings) {
        Place place = Place.part(name, "init segment");
        boolean starts = init.boxes().getFirst().equals("ftyp");
        boolean segmented = init.boxes().contains("moof");
        if (!starts || !init.fragmented() || (!segmented && !HEADER_BOXES.containsAll(init.boxes()))) {
            findings.add(
                    CmafRule.HEADER,
                    place,
                    "its boxes are " + String.join(", ", init.boxes())
                            + (init.fragmented() ? "" : ", and moov has no mvex")
                            + "; ftyp and moov with mvex are wanted");
        }
        if (init.tracks().size() != 1 || init.tracks().getFirst().entries() != 1) {
            findings.add(
                    CmafRule.TRACK,
                    place,
                    "it has " + init.tracks().size() + " tracks"
                            + (init.tracks().size() == 1
                                    ? " and " + init.tracks().getFirst().entries() + " sample descriptions"
                                    : "")
                            + "; one is wanted");
        }
        init.tracks().stream().findFirst().map(Track::entry).ifPresent(entry -> {
            if (entry instanceof Unknown unknown) {
                findings.add(CmafRule.ENTRY, place, unknown.problem());
            }
        });
    }

    private static void file(String name, Optional<MediaFile> file, Optional<InitSegment> init, Findings findings) {
        if (file.isEmpty()) {
            return;
        }
        if (file.get() instanceof Unreadable unreadable && init.isPresent()) {
            findings.add(CmafRule.FILE, Place.of(name), unreadable.reason());
        }
        Optional<Track> track =
                init.flatMap(segment -> segment.tracks().stream().findFirst());
        if (file.get() instanceof Cmaf(var segment) && track.isPresent()) {
            for (int index = 0; index < segment.fragments().size(); index++) {
                Place place = Place.part(name, "fragment " + (index + 1));
                fragment(segment.fragments().get(index), track.get(), index == 0, place, findings);
            }
        }
    }

    private static void fragment(Fragment fragment, Track track, boolean first, Place place, Findings findings) {
        if (!fragment.trackIds().equals(List.of(track.id()))) {
            findings.add(
                    CmafRule.TRACK_ID,
                    place,
                    "it is of track " + fragment.trackIds() + ", and the init segment describes track " + track.id());
        }
        if (!fragment.countsFromMoof()) {
            findings.add(CmafRule.BASE, place, "default-base-is-moof is not set, or there is a base-data-offset");
        }
        if (fragment.decodeTimes() != 1) {
            findings.add(CmafRule.TFDT, place, "it has " + fragment.decodeTimes() + " tfdt boxes; one is wanted");
        }
        if (!fragment.dataInside()) {
            findings.add(CmafRule.TRUN, place, "samples lie outside of the mdat that follows the moof");
        }
        if (!(track.entry() instanceof Video)) {
            return;
        }
        boolean key = fragment.firstPicture() != FirstPicture.OTHER;
        if (first && (!fragment.firstIsSync() || !key)) {
            findings.add(AppleRule.STARTS_WITH_IDR, place, "the segment does not start with an IDR picture");
        } else if (!fragment.firstIsSync() || !key) {
            findings.add(CmafRule.SYNC, place, "it does not start with a sync sample");
        }
    }

    /** The one edit takes away the delay of the encoder: what is shown first is shown at the first decode time. */
    private static void edits(MeasuredTrack track, Findings findings) {
        List<Edit> edits = track.track().edits();
        Place place = Place.part(track.name(), "init segment");
        boolean plain = edits.stream()
                .allMatch(edit -> edit.duration() == 0 && edit.rate() == NORMAL_SPEED && edit.mediaTime() >= 0);
        if (edits.size() > 1 || !plain) {
            findings.add(
                    CmafRule.EDIT,
                    place,
                    "it has " + edits.size() + " edits " + edits + "; one without an end at normal speed is allowed");
            return;
        }
        Fragment first = track.parts().getFirst().file().fragments().getFirst();
        long mediaTime = edits.isEmpty() ? 0 : edits.getFirst().mediaTime();
        double shown = track.seconds(first.presentationTicks() - mediaTime - first.decodeTicks());
        if (track.isVideo() && Math.abs(shown) > track.sampleSeconds() / 2) {
            findings.add(
                    CmafRule.EDIT,
                    place,
                    "the first frame is shown " + Figures.seconds(shown)
                            + " after its decode time; an edit with the media time "
                            + (first.presentationTicks() - first.decodeTicks()) + " would take that away");
        }
    }
}
