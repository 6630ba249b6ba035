package io.anpip.projector.operator;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What opens the operators' part; without one there is no such part. */
@ApplicationScoped
public class OperatorToken {

    private static final String BEARER = "Bearer ";

    private final Optional<String> token;

    OperatorToken(@ConfigProperty(name = "anpip.operator.token") Optional<String> token) {
        this.token = token.filter(text -> !text.isBlank());
    }

    boolean isSet() {
        return token.isPresent();
    }

    /** Whether an Authorization header carries it; takes as long for a wrong one as for the right one. */
    boolean isIn(@Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(BEARER)
                && token.map(OperatorToken::bytes)
                        .filter(expected ->
                                MessageDigest.isEqual(expected, bytes(authorization.substring(BEARER.length()))))
                        .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
