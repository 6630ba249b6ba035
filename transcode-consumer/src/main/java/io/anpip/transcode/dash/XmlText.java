package io.anpip.transcode.dash;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes indented XML with everything escaped. Attributes of an element come before its content. */
final class XmlText {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;
    private boolean hasText;

    XmlText open(String name) {
        endTag("\n");
        text.append("  ".repeat(open.size())).append('<').append(name);
        open.push(name);
        inTag = true;
        return this;
    }

    XmlText attribute(String name, String value) {
        text.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    XmlText attribute(String name, long value) {
        return attribute(name, Long.toString(value));
    }

    XmlText content(String value) {
        endTag("");
        text.append(escaped(value));
        hasText = true;
        return this;
    }

    XmlText close() {
        String name = open.pop();
        if (inTag) {
            text.append("/>\n");
            inTag = false;
            return this;
        }
        if (!hasText) {
            text.append("  ".repeat(open.size()));
        }
        hasText = false;
        text.append("</").append(name).append(">\n");
        return this;
    }

    String text() {
        return text.toString();
    }

    private void endTag(String after) {
        if (inTag) {
            text.append('>').append(after);
            inTag = false;
        }
    }

    /** XML 1.0 has no way to write most control characters, so they are left out. */
    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        value.codePoints()
                .filter(character -> character >= 0x20
                        && (character < 0xD800 || character > 0xDFFF)
                        && character != 0xFFFE
                        && character != 0xFFFF)
                .forEach(character -> {
                    switch (character) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        default -> escaped.appendCodePoint(character);
                    }
                });
        return escaped.toString();
    }
}
