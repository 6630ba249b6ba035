package io.anpip.validator.m3u8;

import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.HlsRule;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Reads a playlist of either kind. What breaks RFC 8216 in its form is reported on the way, and reading goes on. */
public final class PlaylistParser {

    private static final Set<String> OF_MULTIVARIANT = Set.of(
            "EXT-X-STREAM-INF",
            "EXT-X-MEDIA",
            "EXT-X-I-FRAME-STREAM-INF",
            "EXT-X-IMAGE-STREAM-INF",
            "EXT-X-SESSION-DATA");
    private static final Set<String> OF_MEDIA = Set.of(
            "EXTINF",
            "EXT-X-TARGETDURATION",
            "EXT-X-BYTERANGE",
            "EXT-X-MAP",
            "EXT-X-ENDLIST",
            "EXT-X-PLAYLIST-TYPE",
            "EXT-X-MEDIA-SEQUENCE",
            "EXT-X-I-FRAMES-ONLY",
            "EXT-X-IMAGES-ONLY",
            "EXT-X-DISCONTINUITY");

    private PlaylistParser() {}

    /** Reads a playlist. */
    public static Playlist parse(byte[] bytes, URI address, String name, Findings findings) {
        List<PlaylistLine> lines = PlaylistText.lines(bytes, name, findings);
        boolean multivariant = lines.stream().anyMatch(line -> OF_MULTIVARIANT.contains(line.tag()));
        boolean media = lines.stream().anyMatch(line -> OF_MEDIA.contains(line.tag()));
        if (multivariant && media) {
            findings.add(
                    HlsRule.ONE_KIND,
                    Place.of(name),
                    "it has tags of a multivariant and of a media playlist; a playlist is one or the other");
        }
        if (multivariant) {
            return new Playlist.Multivariant(new MultivariantParser(name, findings).parse(address, lines));
        }
        if (media) {
            return new Playlist.Media(new MediaParser(name, findings).parse(address, lines));
        }
        findings.add(HlsRule.ONE_KIND, Place.of(name), "it lists neither renditions nor segments");
        return new Playlist.None();
    }
}
