package io.anpip.chaos.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The first line and the headers of an HTTP/1.1 message (RFC 9112), with the very bytes they came in: a signed request must not change.
 */
record HttpHead(byte[] bytes, List<String> lines) {

    private static final int LARGEST = 64 * 1024;

    /** Reads up to the empty line; empty when the connection ends before a message begins. */
    static Optional<HttpHead> read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            last = (last << 8) | next;
            if (last == 0x0d0a0d0a) {
                byte[] bytes = head.toByteArray();
                return Optional.of(new HttpHead(
                        bytes,
                        new String(bytes, StandardCharsets.ISO_8859_1).lines().toList()));
            }
            if (head.size() > LARGEST) {
                throw new IOException("The head of an HTTP message has more than " + LARGEST + " bytes");
            }
        }
        return Optional.empty();
    }

    String[] firstLine() {
        return lines.getFirst().split(" ", 3);
    }

    Optional<String> header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ':';
        return lines.stream()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst();
    }

    boolean isChunked() {
        return header("transfer-encoding")
                .map(value -> value.equalsIgnoreCase("chunked"))
                .orElse(false);
    }

    long contentLength() {
        return header("content-length").map(Long::parseLong).orElse(-1L);
    }
}
