package io.anpip.validator.stream;

import io.anpip.validator.bmff.InitSegment;
import io.anpip.validator.bmff.InitSegment.Track;
import io.anpip.validator.media.MediaFile;
import io.anpip.validator.media.MediaFile.Cmaf;
import io.anpip.validator.mpd.Manifest.AdaptationSet;
import io.anpip.validator.mpd.Manifest.Representation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A representation joined with the files it names.
 *
 * @param set its adaptation set
 * @param representation what the manifest says of it
 * @param name of it, for people
 * @param timescale ticks per second of the manifest's times
 * @param timeOffset presentationTimeOffset in those ticks
 * @param init its init segment
 * @param segments its segments in order
 */
public record DashTrack(
        AdaptationSet set,
        Representation representation,
        String name,
        long timescale,
        long timeOffset,
        Optional<InitSegment> init,
        List<DashSegment> segments) {

    public DashTrack {
        segments = List.copyOf(segments);
    }

    /**
     * A segment.
     *
     * @param address its file
     * @param name the same for people
     * @param ticks when it starts, by the manifest; nothing for a single file
     * @param durationTicks how long it is, by the manifest; nothing for a single file
     * @param exact whether a timeline says so, rather than one duration for all
     * @param file its file, if it could be opened
     */
    public record DashSegment(
            URI address,
            String name,
            Optional<Long> ticks,
            Optional<Long> durationTicks,
            boolean exact,
            Optional<MediaFile> file) {}

    /** The first track of its init segment. */
    public Optional<Track> track() {
        return init.flatMap(segment -> segment.tracks().stream().findFirst());
    }

    /** Its files as a whole track; nothing if one is missing, is something else or has no times. */
    public Optional<MeasuredTrack> measured() {
        List<MeasuredTrack.Part> parts = new ArrayList<>();
        for (DashSegment segment : segments) {
            if (segment.file().orElse(null) instanceof Cmaf(var file) && file.isTimed()) {
                parts.add(new MeasuredTrack.Part(segment.name(), file));
            } else {
                return Optional.empty();
            }
        }
        return parts.isEmpty() ? Optional.empty() : track().map(track -> new MeasuredTrack(name, track, parts));
    }

    /** Whether it is video, audio, text or image. */
    public boolean is(String contentType) {
        return set.contentType().equals(contentType);
    }
}
