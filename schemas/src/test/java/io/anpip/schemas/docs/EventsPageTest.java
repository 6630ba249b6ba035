package io.anpip.schemas.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.files.ContractFolder;
import io.anpip.schemas.files.KeptFile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about the events is current and its links lead somewhere. Write it anew with {@code -Danpip.schemas.write=true}. */
class EventsPageTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern LINK = Pattern.compile("]\\(#([^)]+)\\)");

    private final String page = EventsPage.of(Contract.current());

    @Test
    void theFileHoldsWhatCatalogueSchemasAndSamplesSay() throws IOException {
        new KeptFile(ContractFolder.documents().resolve("events.md")).mustHold(page);
    }

    @Test
    void everyLinkInsideThePageLeadsToAHeading() {
        List<String> places = HEADING.matcher(page)
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replace(".", ""))
                .map(heading -> heading.replace(' ', '-'))
                .toList();

        assertThat(places).doesNotHaveDuplicates();
        assertThat(LINK.matcher(page).results().map(link -> link.group(1)))
                .isNotEmpty()
                .isSubsetOf(places);
    }
}
