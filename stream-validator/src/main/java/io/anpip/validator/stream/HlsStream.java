package io.anpip.validator.stream;

import io.anpip.validator.m3u8.Attributes;
import io.anpip.validator.m3u8.MediaPlaylist;
import io.anpip.validator.m3u8.MultivariantPlaylist;
import io.anpip.validator.m3u8.MultivariantPlaylist.Variant;
import io.anpip.validator.stream.HlsTrack.Role;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A multivariant playlist joined with all it names.
 *
 * @param master the playlist
 * @param tracks its media playlists by address, those that could be read
 */
public record HlsStream(MultivariantPlaylist master, Map<URI, HlsTrack> tracks) {

    public HlsStream {
        tracks = Collections.unmodifiableMap(new LinkedHashMap<>(tracks));
    }

    /** The media playlist that a URI in the multivariant playlist names. */
    public Optional<HlsTrack> track(String uri) {
        return Addresses.resolve(master.address(), uri).map(tracks::get);
    }

    /** The media playlist of a variant. */
    public Optional<HlsTrack> track(Variant variant) {
        return variant.uri().flatMap(this::track);
    }

    /** The media playlists of the group of a type that a variant names. */
    public List<HlsTrack> group(String type, Attributes variant) {
        return variant.text(type).stream()
                .flatMap(id -> master.group(type, id).stream())
                .flatMap(media -> media.text("URI").stream())
                .flatMap(uri -> track(uri).stream())
                .toList();
    }

    /** Media playlists listed as this. */
    public List<HlsTrack> listedAs(Role role) {
        return tracks.values().stream().filter(track -> track.role() == role).toList();
    }

    /** Whole tracks of picture. */
    public List<MeasuredTrack> video() {
        return measured().stream().filter(MeasuredTrack::isVideo).toList();
    }

    /** Whole tracks of sound. */
    public List<MeasuredTrack> audio() {
        return measured().stream().filter(MeasuredTrack::isAudio).toList();
    }

    /** Whole tracks of picture and sound. */
    public List<MeasuredTrack> measured() {
        return listedAs(Role.MEDIA).stream()
                .flatMap(track -> track.measured().stream())
                .toList();
    }

    /** Whether it is complete and never grew: video on demand. */
    public boolean isOnDemand() {
        return tracks.values().stream().noneMatch(track -> track.playlist().isEvent());
    }

    /** Whether all its playlists have their end, so that their lengths compare. */
    public boolean isEnded() {
        return tracks.values().stream().allMatch(track -> track.playlist().ended());
    }

    /** Length of the content by the longest playlist of picture or sound, in seconds. */
    public double seconds() {
        return listedAs(Role.MEDIA).stream()
                .map(HlsTrack::playlist)
                .mapToDouble(MediaPlaylist::seconds)
                .max()
                .orElse(0);
    }

    /** The largest target duration of picture and sound, in seconds. */
    public double targetSeconds() {
        return listedAs(Role.MEDIA).stream()
                .flatMap(track -> track.playlist().targetDuration().stream())
                .mapToDouble(Long::doubleValue)
                .max()
                .orElse(0);
    }
}
