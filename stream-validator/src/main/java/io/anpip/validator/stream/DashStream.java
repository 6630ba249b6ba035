package io.anpip.validator.stream;

import io.anpip.validator.mpd.Manifest;
import io.anpip.validator.mpd.Manifest.AdaptationSet;
import java.util.List;

/**
 * A manifest joined with all it names.
 *
 * @param manifest the manifest
 * @param tracks the representations of its first period, in order
 */
public record DashStream(Manifest manifest, List<DashTrack> tracks) {

    public DashStream {
        tracks = List.copyOf(tracks);
    }

    /** The representations of a set. */
    public List<DashTrack> of(AdaptationSet set) {
        return tracks.stream().filter(track -> track.set().equals(set)).toList();
    }
}
