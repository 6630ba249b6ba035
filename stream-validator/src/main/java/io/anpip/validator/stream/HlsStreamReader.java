package io.anpip.validator.stream;

import io.anpip.validator.bmff.InitSegment;
import io.anpip.validator.m3u8.Attributes;
import io.anpip.validator.m3u8.MediaPlaylist;
import io.anpip.validator.m3u8.MediaPlaylist.ByteRange;
import io.anpip.validator.m3u8.MediaPlaylist.Segment;
import io.anpip.validator.m3u8.MultivariantPlaylist;
import io.anpip.validator.m3u8.MultivariantPlaylist.Variant;
import io.anpip.validator.m3u8.Playlist;
import io.anpip.validator.m3u8.PlaylistParser;
import io.anpip.validator.media.MediaFile;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.HlsRule;
import io.anpip.validator.rule.StreamRule;
import io.anpip.validator.stream.HlsTrack.HlsSegment;
import io.anpip.validator.stream.HlsTrack.Role;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a multivariant playlist names. */
final class HlsStreamReader {

    private final Shelf shelf;
    private final Findings findings;
    private final Map<URI, HlsTrack> tracks = new LinkedHashMap<>();

    HlsStreamReader(Shelf shelf, Findings findings) {
        this.shelf = shelf;
        this.findings = findings;
    }

    Optional<HlsStream> read(URI address, Place namedAt) {
        String name = shelf.name(address);
        Optional<byte[]> bytes = shelf.text(address, FileKind.PLAYLIST, namedAt);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        return switch (PlaylistParser.parse(bytes.get(), address, name, findings)) {
            case Playlist.Multivariant(MultivariantPlaylist master) -> Optional.of(stream(master));
            case Playlist.Media _ -> {
                findings.add(
                        StreamRule.ENTRANCE,
                        Place.of(name),
                        "it is a media playlist; name the multivariant playlist that lists it");
                yield Optional.empty();
            }
            case Playlist.None _ -> Optional.empty();
        };
    }

    private HlsStream stream(MultivariantPlaylist master) {
        for (Variant variant : master.variants()) {
            variant.uri()
                    .ifPresent(uri ->
                            track(master, uri, Role.MEDIA, variant.attributes().line() + 1));
        }
        for (Attributes media : master.media()) {
            boolean subtitles = media.text("TYPE").filter("SUBTITLES"::equals).isPresent();
            listed(master, media, subtitles ? Role.SUBTITLES : Role.MEDIA);
        }
        master.iFrames().forEach(tag -> listed(master, tag, Role.I_FRAMES));
        master.images().forEach(tag -> listed(master, tag, Role.IMAGES));
        return new HlsStream(master, tracks);
    }

    private void listed(MultivariantPlaylist master, Attributes tag, Role role) {
        tag.text("URI").ifPresent(uri -> track(master, uri, role, tag.line()));
    }

    private void track(MultivariantPlaylist master, String uri, Role role, int line) {
        Place namedAt = Place.line(master.name(), line);
        Optional<URI> address = resolve(master.address(), uri, namedAt);
        if (address.isEmpty() || tracks.containsKey(address.get())) {
            return;
        }
        String name = shelf.name(address.get());
        Optional<byte[]> bytes = shelf.text(address.get(), FileKind.PLAYLIST, namedAt);
        if (bytes.isEmpty()) {
            return;
        }
        switch (PlaylistParser.parse(bytes.get(), address.get(), name, findings)) {
            case Playlist.Media(MediaPlaylist playlist) ->
                tracks.put(address.get(), new HlsTrack(role, playlist, segments(playlist, role)));
            case Playlist.Multivariant _ ->
                findings.add(
                        HlsRule.ONE_KIND, namedAt, name + " is a multivariant playlist; a media playlist is wanted");
            case Playlist.None _ -> {
                // What is wrong with it is among the findings already.
            }
        }
    }

    private List<HlsSegment> segments(MediaPlaylist playlist, Role role) {
        List<HlsSegment> segments = new ArrayList<>();
        for (Segment listed : playlist.segments()) {
            Place namedAt = Place.line(playlist.name(), listed.line());
            Optional<InitSegment> init = listed.map().flatMap(map -> {
                Place at = Place.line(playlist.name(), map.line());
                return resolve(playlist.address(), map.uri(), at)
                        .flatMap(address -> shelf.init(address, map.range(), at));
            });
            Optional<URI> address = resolve(playlist.address(), listed.uri(), namedAt);
            if (address.isPresent()) {
                // Of I-frame ranges the whole file tells more: which fragment they are.
                Optional<ByteRange> range = role == Role.I_FRAMES ? Optional.empty() : listed.range();
                Optional<MediaFile> file = shelf.media(address.get(), range, init, namedAt);
                segments.add(new HlsSegment(listed, address.get(), shelf.name(address.get()), init, file));
            }
        }
        return segments;
    }

    private Optional<URI> resolve(URI base, String reference, Place namedAt) {
        Optional<URI> address = Addresses.resolve(base, reference);
        if (address.isEmpty()) {
            findings.add(StreamRule.EXISTS, namedAt, "\"" + reference + "\" is no address");
        }
        return address;
    }
}
