package io.anpip.projector.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An address that is told of notifications.
 *
 * @param secrets what messages are signed with, newest first
 * @param events which types it wants
 */
record WebhookEndpoint(String name, URI url, List<WebhookSecret> secrets, Set<WebhookType> events) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    WebhookEndpoint {
        secrets = List.copyOf(secrets);
        events = Set.copyOf(events);
    }

    /** The endpoint as set; a refusal names the setting. */
    static WebhookEndpoint of(String name, WebhookConfig.Endpoint config) {
        String setting = "anpip.webhooks.endpoints.\"" + name + "\"";
        try {
            return new WebhookEndpoint(
                    name,
                    checked(config.url()),
                    Stream.concat(Stream.of(config.secret()), config.previousSecret().stream())
                            .map(WebhookSecret::of)
                            .toList(),
                    config.events().map(WebhookEndpoint::types).orElse(WebhookType.ALL));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(setting + ": " + wrong.getMessage(), wrong);
        }
    }

    private static URI checked(URI url) {
        String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme) || url.getHost() == null || url.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The url of an endpoint is http or https, with a host and without a user");
        }
        return url;
    }

    private static Set<WebhookType> types(Set<String> names) {
        return names.stream().map(WebhookType::named).collect(Collectors.toUnmodifiableSet());
    }

    boolean secure() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    int port() {
        int named = url.getPort();
        return named > 0 ? named : secure() ? 443 : 80;
    }

    /** Path and query, as they are requested. */
    String requestUri() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + '?' + url.getRawQuery();
    }

    /** One signature for each secret, as the header has them. */
    String sign(String messageId, Instant timestamp, String body) {
        return secrets.stream()
                .map(secret -> secret.sign(messageId, timestamp, body))
                .collect(Collectors.joining(" "));
    }
}
