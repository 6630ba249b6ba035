package io.anpip.projector.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the schedule of deliveries from the settings. */
@ApplicationScoped
public class WebhookProducer {

    @Produces
    @Singleton
    RetrySchedule schedule(WebhookConfig config) {
        return new RetrySchedule(config.schedule(), config.jitter());
    }
}
