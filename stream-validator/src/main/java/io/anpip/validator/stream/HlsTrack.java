package io.anpip.validator.stream;

import io.anpip.validator.bmff.InitSegment;
import io.anpip.validator.bmff.InitSegment.Track;
import io.anpip.validator.m3u8.MediaPlaylist;
import io.anpip.validator.media.MediaFile;
import io.anpip.validator.media.MediaFile.Cmaf;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A media playlist joined with the files it names.
 *
 * @param role what it is listed as
 * @param playlist the playlist
 * @param segments its segments in order
 */
public record HlsTrack(Role role, MediaPlaylist playlist, List<HlsSegment> segments) {

    public HlsTrack {
        segments = List.copyOf(segments);
    }

    /** What a playlist is listed as. */
    public enum Role {
        MEDIA,
        SUBTITLES,
        I_FRAMES,
        IMAGES
    }

    /**
     * A segment.
     *
     * @param listed what the playlist says
     * @param address its file
     * @param name the same for people
     * @param init what its EXT-X-MAP names
     * @param file its file, if it could be opened; the whole of it in an I-frame playlist
     */
    public record HlsSegment(
            MediaPlaylist.Segment listed,
            URI address,
            String name,
            Optional<InitSegment> init,
            Optional<MediaFile> file) {}

    /** Name for people. */
    public String name() {
        return playlist.name();
    }

    /** The first init segment. */
    public Optional<InitSegment> init() {
        return segments.stream().flatMap(segment -> segment.init().stream()).findFirst();
    }

    /** The first track of the first init segment. */
    public Optional<Track> track() {
        return init().flatMap(init -> init.tracks().stream().findFirst());
    }

    /** Its files as a whole track; nothing if one is missing, is something else or has no times. */
    public Optional<MeasuredTrack> measured() {
        List<MeasuredTrack.Part> parts = new ArrayList<>();
        for (HlsSegment segment : segments) {
            if (segment.file().orElse(null) instanceof Cmaf(var file) && file.isTimed()) {
                parts.add(new MeasuredTrack.Part(segment.name(), file));
            } else {
                return Optional.empty();
            }
        }
        return parts.isEmpty() ? Optional.empty() : track().map(track -> new MeasuredTrack(name(), track, parts));
    }
}
