package io.anpip.projector.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The endpoints of the settings, checked at start. */
@ApplicationScoped
public class WebhookEndpoints {

    private final List<WebhookEndpoint> endpoints;

    WebhookEndpoints(WebhookConfig config) {
        this.endpoints = config.endpoints().entrySet().stream()
                .map(entry -> WebhookEndpoint.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<WebhookEndpoint> all() {
        return endpoints;
    }

    List<WebhookEndpoint> wanting(WebhookType type) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.events().contains(type))
                .toList();
    }
}
