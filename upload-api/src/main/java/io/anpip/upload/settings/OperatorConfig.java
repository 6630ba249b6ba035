package io.anpip.upload.settings;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The operators' part of the API. */
@ConfigMapping(prefix = "anpip.operator")
public interface OperatorConfig {

    /** What operators send as bearer token; without one the operators' part does not exist. */
    Optional<String> token();
}
