package io.anpip.validator;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.Rule;
import io.anpip.validator.rule.RuleBook;
import io.anpip.validator.rule.StreamRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule has a name of its own, is on the page, and is shown to be found. */
class RuleBookTest {

    private static final String BEGIN = "<!-- rules: written by RuleBookTest -->\n";
    private static final String END = "<!-- end of rules -->";

    /** Shown by {@link OtherStreamsIT}, {@link WebStreamIT} and {@link LimitsIT}, which mutate no files. */
    private static final Set<Rule> SHOWN_ELSEWHERE = Set.of(
            AppleRule.PROGRESSIVE, AppleRule.FRAME_RATE_LIMIT, AppleRule.GZIP, AppleRule.MEDIA_TYPES, StreamRule.LIMIT);

    @Test
    void idsAreUnique() {
        assertThat(RuleBook.all().stream().map(Rule::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleIsShownToBeFound() {
        Set<Rule> shown = new HashSet<>(SHOWN_ELSEWHERE);
        Stream.of(
                        PlaylistMutations.all(),
                        VariantMutations.all(),
                        MediaMutations.all(),
                        TrackMutations.all(),
                        ManifestMutations.all())
                .flatMap(List::stream)
                .forEach(mutation -> shown.addAll(mutation.broken()));

        assertThat(shown).containsExactlyInAnyOrderElementsOf(RuleBook.all());
    }

    /** Written anew with {@code -Danpip.validator.write=true}. */
    @Test
    void thePageListsEveryRule() throws IOException {
        Path page = Path.of("../docs/validator.md");
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (Boolean.getBoolean("anpip.validator.write")) {
            Files.writeString(page, text.substring(0, begin) + RuleBook.markdown() + text.substring(end));
        }

        String written = Files.readString(page);

        assertThat(written.substring(begin, written.indexOf(END))).isEqualTo(RuleBook.markdown());
    }
}
