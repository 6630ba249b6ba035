package io.anpip.validator.resource;

import io.anpip.validator.resource.Fetched.BeyondLimit;
import io.anpip.validator.resource.Fetched.Found;
import io.anpip.validator.resource.Fetched.Headers;
import io.anpip.validator.resource.Fetched.Missing;
import io.anpip.validator.resource.Fetched.Outside;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A stream on a web server. Only its own origin is asked, also by redirects. */
public final class WebSource implements ResourceSource {

    private static final int OK = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_ERROR = 400;

    private final URI entrance;
    private final Limits limits;
    private final HttpClient client;

    public WebSource(URI entrance, Limits limits) {
        this.entrance = entrance;
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(limits.requestTimeout())
                .build();
    }

    @Override
    public URI base() {
        return entrance.resolve(".");
    }

    @Override
    public Fetched fetch(URI address, int maxBytes) {
        URI current = address;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            if (!isSameOrigin(current)) {
                return new Outside(current + " is another origin than that of the stream");
            }
            HttpRequest request = HttpRequest.newBuilder(current)
                    .timeout(limits.requestTimeout())
                    .header("Accept-Encoding", "gzip")
                    .build();
            try {
                HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
                try (InputStream body = answer.body()) {
                    int status = answer.statusCode();
                    if (status == OK) {
                        return read(answer, body, maxBytes);
                    }
                    Optional<String> location = answer.headers().firstValue("Location");
                    if (status < FIRST_REDIRECT || status >= FIRST_ERROR || location.isEmpty()) {
                        return new Missing("the server answers with status " + status);
                    }
                    current = current.resolve(location.get());
                }
            } catch (IOException | IllegalArgumentException failed) {
                return new Missing("the server does not answer: " + failed.getMessage());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return new Missing("the validation was interrupted");
            }
        }
        return new BeyondLimit("it redirects more than " + limits.redirects() + " times");
    }

    private static Fetched read(HttpResponse<InputStream> answer, InputStream body, int maxBytes) throws IOException {
        boolean compressed = answer.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String mediaType = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        // The limit counts unpacked bytes, so that a small body cannot become a large one.
        try (InputStream plain = compressed ? new GZIPInputStream(body) : body) {
            byte[] bytes = plain.readNBytes(maxBytes + 1);
            return bytes.length > maxBytes
                    ? new BeyondLimit("it has more than " + maxBytes + " bytes")
                    : new Found(bytes, Optional.of(new Headers(mediaType, compressed)));
        }
    }

    private boolean isSameOrigin(URI address) {
        return entrance.getScheme().equalsIgnoreCase(String.valueOf(address.getScheme()))
                && String.valueOf(entrance.getHost()).equalsIgnoreCase(String.valueOf(address.getHost()))
                && port(entrance) == port(address);
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
