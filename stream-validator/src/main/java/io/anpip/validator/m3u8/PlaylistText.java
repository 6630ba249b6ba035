package io.anpip.validator.m3u8;

import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.HlsRule;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Splits the bytes of a playlist into lines, and checks that they are text (RFC 8216, 4 and 4.1). */
final class PlaylistText {

    private PlaylistText() {}

    static List<PlaylistLine> lines(byte[] bytes, String name, Findings findings) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            findings.add(HlsRule.TEXT, Place.of(name), "the bytes are no UTF-8 text");
            return List.of();
        }
        if (text.startsWith("\uFEFF")) {
            findings.add(HlsRule.TEXT, Place.of(name), "it begins with a byte order mark, which is not allowed");
            text = text.substring(1);
        }
        List<PlaylistLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            if (line.chars().anyMatch(character -> character < 0x20 || (character >= 0x7F && character < 0xA0))) {
                findings.add(HlsRule.TEXT, Place.line(name, number), "it holds a control character");
            }
            if (number == 1 && !line.equals("#EXTM3U")) {
                findings.add(HlsRule.EXTM3U, Place.line(name, 1), "the first line is not #EXTM3U");
            }
            if (line.startsWith("#EXT")) {
                int colon = line.indexOf(':');
                lines.add(new PlaylistLine(
                        number,
                        colon < 0 ? line.substring(1) : line.substring(1, colon),
                        colon < 0 ? "" : line.substring(colon + 1)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(new PlaylistLine(number, "", line));
            }
        }
        return lines;
    }
}
