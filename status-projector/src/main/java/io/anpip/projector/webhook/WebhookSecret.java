package io.anpip.projector.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.Base64;

/** A key that signs messages, and never shows itself. */
final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final int FEWEST_BYTES = 24;

    private final Webhook signer;

    private WebhookSecret(Webhook signer) {
        this.signer = signer;
    }

    /** Reads a secret; a refusal says what a secret looks like and not what was given. */
    static WebhookSecret of(String text) {
        try {
            if (text.startsWith(PREFIX)
                    && Base64.getDecoder().decode(text.substring(PREFIX.length())).length >= FEWEST_BYTES) {
                return new WebhookSecret(new Webhook(text));
            }
        } catch (IllegalArgumentException | EmptyWebhookSecretException notASecret) {
            // Their messages may quote the text.
        }
        throw new IllegalArgumentException(
                "A webhook secret is '" + PREFIX + "' followed by base64 of at least " + FEWEST_BYTES + " bytes");
    }

    /** The signature of a message, e.g. {@code v1,K5oZ...}. */
    String sign(String messageId, Instant timestamp, String body) {
        try {
            return signer.sign(messageId, timestamp.getEpochSecond(), body);
        } catch (WebhookSigningException noHmac) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", noHmac);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "...";
    }
}
