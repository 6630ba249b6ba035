package io.anpip.media;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognises text, and which: several text formats make FFmpeg open other files and addresses, so none is ever handed to
 * it (CVE-2016-1897, CVE-2017-9993 and their successors).
 */
final class TextSignature {

    private TextSignature() {}

    /** The sentence that refuses a text file; empty where the bytes are no text. */
    static Optional<String> of(byte[] head) {
        Charset charset = charsetOf(head);
        String text = new String(head, charset);
        if (!isText(text)) {
            return Optional.empty();
        }
        String start = text.replaceFirst("^\\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT);
        return Optional.of("The file is not a video: it is " + kind(start) + ".");
    }

    private static String kind(String start) {
        if (start.startsWith("#extm3u")) {
            return "an HLS playlist, which only lists other files. Upload the video itself";
        } else if (start.startsWith("ffconcat")) {
            return "an ffconcat script, which only lists other files. Upload the video itself";
        } else if (start.startsWith("[playlist]")) {
            return "a playlist, which only lists other files. Upload the video itself";
        } else if (start.startsWith("v=0") && start.contains("m=")) {
            return "a session description (SDP), which only names a network stream";
        } else if (start.startsWith("webvtt")
                || start.startsWith("[script info]")
                || start.matches("(?s)\\d+\\s*\\R\\d{1,2}:\\d\\d:\\d\\d[,.]\\d+ *-->.*")) {
            return "a subtitle file";
        } else if (start.contains("<mpd")) {
            return "a DASH manifest, which only lists other files. Upload the video itself";
        } else if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return "a web page";
        } else if (start.contains("<svg")) {
            return "an SVG picture";
        } else if (start.startsWith("<?xml")) {
            return "an XML document";
        }
        return "a text file";
    }

    private static Charset charsetOf(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        } else if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    /** No control characters but white space, and hardly any byte that does not decode (the last one may be cut). */
    private static boolean isText(String text) {
        long undecodable = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 && "\t\n\r\f\u001b".indexOf(c) < 0) {
                return false;
            }
            if (c == '\uFFFD') {
                undecodable++;
            }
        }
        return undecodable <= 3 || undecodable * 20 < text.length();
    }
}
