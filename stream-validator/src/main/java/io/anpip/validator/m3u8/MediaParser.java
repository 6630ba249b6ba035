package io.anpip.validator.m3u8;

import io.anpip.validator.m3u8.MediaPlaylist.ByteRange;
import io.anpip.validator.m3u8.MediaPlaylist.MapTag;
import io.anpip.validator.m3u8.MediaPlaylist.Segment;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.HlsRule;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of a media playlist; what a tag says holds for the next segment, or for all that follow. */
final class MediaParser {

    private static final Pattern RANGE = Pattern.compile("([0-9]{1,12})(?:@([0-9]{1,12}))?");
    private static final Pattern EXTINF = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,18})?)(,.*)?");

    private final String name;
    private final Findings findings;
    private final PlaylistHead head;

    private final List<Segment> segments = new ArrayList<>();
    private final List<PlaylistLine> targets = new ArrayList<>();
    private Optional<Double> seconds = Optional.empty();
    private Optional<PlaylistLine> range = Optional.empty();
    private Optional<MapTag> map = Optional.empty();
    private Optional<Attributes> tiles = Optional.empty();
    private Optional<String> type = Optional.empty();
    private boolean discontinuity;

    MediaParser(String name, Findings findings) {
        this.name = name;
        this.findings = findings;
        this.head = new PlaylistHead(name, findings);
    }

    MediaPlaylist parse(URI address, List<PlaylistLine> lines) {
        lines.forEach(this::read);
        return new MediaPlaylist(
                address,
                name,
                head.version(lines),
                target(),
                type,
                PlaylistHead.has(lines, "EXT-X-ENDLIST"),
                PlaylistHead.has(lines, "EXT-X-INDEPENDENT-SEGMENTS"),
                PlaylistHead.has(lines, "EXT-X-I-FRAMES-ONLY"),
                PlaylistHead.has(lines, "EXT-X-IMAGES-ONLY"),
                segments);
    }

    private void read(PlaylistLine line) {
        switch (line.tag()) {
            case "" -> segment(line);
            case "EXTINF" -> duration(line);
            case "EXT-X-BYTERANGE" -> range = Optional.of(line);
            case "EXT-X-MAP" -> map = mapTag(line);
            case "EXT-X-TILES" -> tiles = Optional.of(head.attributes(line));
            case "EXT-X-DISCONTINUITY" -> discontinuity = true;
            case "EXT-X-TARGETDURATION" -> targets.add(line);
            case "EXT-X-PLAYLIST-TYPE" -> {
                type = Optional.of(line.value());
                if (!line.value().equals("VOD") && !line.value().equals("EVENT")) {
                    add(HlsRule.PLAYLIST_TYPE, line, "EXT-X-PLAYLIST-TYPE is \"" + line.value() + "\"");
                }
            }
            case "EXT-X-MEDIA-SEQUENCE" -> {
                head.whole(line, HlsRule.MEDIA_SEQUENCE);
                if (!segments.isEmpty()) {
                    add(HlsRule.MEDIA_SEQUENCE, line, "it stands after the first segment");
                }
            }
            default -> {
                // Clients must ignore tags they do not know.
            }
        }
    }

    private void segment(PlaylistLine line) {
        if (seconds.isEmpty()) {
            add(HlsRule.EXTINF, line, "no EXTINF stands before this segment");
        }
        segments.add(new Segment(
                line.value(),
                line.number(),
                seconds.orElse(0.0),
                range.flatMap(tag -> byteRange(tag, tag.value(), line.value())),
                map,
                discontinuity,
                tiles));
        seconds = Optional.empty();
        range = Optional.empty();
        discontinuity = false;
    }

    private void duration(PlaylistLine line) {
        Matcher form = EXTINF.matcher(line.value());
        if (seconds.isPresent()) {
            add(HlsRule.EXTINF, line, "a second EXTINF for one segment");
        }
        if (form.matches()) {
            seconds = Optional.of(Double.valueOf(form.group(1)));
        } else {
            add(HlsRule.EXTINF, line, "\"" + line.value() + "\" is no decimal duration with a comma after it");
            seconds = Optional.of(0.0);
        }
    }

    /** Without an offset, a range begins where the one before it in the same file ended. */
    private Optional<ByteRange> byteRange(PlaylistLine line, String text, String uri) {
        Matcher form = RANGE.matcher(text);
        if (!form.matches()) {
            add(HlsRule.BYTE_RANGE, line, "\"" + text + "\" is no byte range; it should be length@offset");
            return Optional.empty();
        }
        long length = Long.parseLong(form.group(1));
        if (form.group(2) != null) {
            return Optional.of(new ByteRange(Long.parseLong(form.group(2)), length));
        }
        Optional<ByteRange> before =
                segments.isEmpty() || !segments.getLast().uri().equals(uri)
                        ? Optional.empty()
                        : segments.getLast().range();
        if (before.isEmpty()) {
            add(HlsRule.BYTE_RANGE, line, "it has no offset, and no range of the same file stands before it");
        }
        return before.map(previous -> new ByteRange(previous.end(), length));
    }

    private Optional<MapTag> mapTag(PlaylistLine line) {
        Attributes attributes = head.attributes(line);
        Optional<String> uri = attributes.text("URI");
        if (uri.isEmpty()) {
            add(HlsRule.MAP_URI, line, "EXT-X-MAP has no URI");
        }
        return uri.map(address -> new MapTag(
                line.number(), address, attributes.text("BYTERANGE").flatMap(text -> byteRange(line, text, address))));
    }

    private Optional<Long> target() {
        if (targets.isEmpty()) {
            findings.add(HlsRule.TARGET_DURATION, Place.of(name), "EXT-X-TARGETDURATION is missing");
            return Optional.empty();
        }
        if (targets.size() > 1) {
            add(HlsRule.TARGET_DURATION, targets.get(1), "EXT-X-TARGETDURATION occurs twice");
        }
        return head.whole(targets.getFirst(), HlsRule.TARGET_DURATION);
    }

    private void add(HlsRule rule, PlaylistLine line, String sentence) {
        findings.add(rule, Place.line(name, line.number()), sentence);
    }
}
