package io.anpip.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.validator.StreamValidator;
import io.anpip.validator.report.Finding;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** What is READY conforms: every stream that a test makes is validated as the command line would. */
final class Conformance {

    /** A silent video of one size, which is never scaled up, has one variant, and nothing smaller to offer. */
    private static final Set<String> NEED_SEVERAL_VARIANTS = Set.of("Apple 9.9", "Apple 9.21");

    private Conformance() {}

    static void check(JsonNode video) {
        String master = video.path("playback").path("hls").asText();
        List<Finding> violations = StreamValidator.ofUrl(URI.create(master)).validate().violations().stream()
                .filter(finding -> !isOneOfAKind(video)
                        || !NEED_SEVERAL_VARIANTS.contains(finding.rule().id()))
                .toList();
        assertThat(violations)
                .as("violations of %s, %s", video.path("title"), master)
                .isEmpty();
    }

    private static boolean isOneOfAKind(JsonNode video) {
        return video.path("renditions").size() == 1;
    }
}
