package io.anpip.validator.m3u8;

import io.anpip.validator.m3u8.MultivariantPlaylist.Variant;
import io.anpip.validator.report.Findings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the lines of a multivariant playlist. */
final class MultivariantParser {

    private final String name;
    private final PlaylistHead head;

    MultivariantParser(String name, Findings findings) {
        this.name = name;
        this.head = new PlaylistHead(name, findings);
    }

    MultivariantPlaylist parse(URI address, List<PlaylistLine> lines) {
        List<Variant> variants = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).tag().equals("EXT-X-STREAM-INF")) {
                Optional<String> uri =
                        index + 1 < lines.size() && lines.get(index + 1).isUri()
                                ? Optional.of(lines.get(index + 1).value())
                                : Optional.empty();
                variants.add(new Variant(head.attributes(lines.get(index)), uri));
            }
        }
        return new MultivariantPlaylist(
                address,
                name,
                head.version(lines),
                PlaylistHead.has(lines, "EXT-X-INDEPENDENT-SEGMENTS"),
                variants,
                all(lines, "EXT-X-MEDIA"),
                all(lines, "EXT-X-I-FRAME-STREAM-INF"),
                all(lines, "EXT-X-IMAGE-STREAM-INF"));
    }

    private List<Attributes> all(List<PlaylistLine> lines, String tag) {
        return lines.stream()
                .filter(line -> line.tag().equals(tag))
                .map(head::attributes)
                .toList();
    }
}
