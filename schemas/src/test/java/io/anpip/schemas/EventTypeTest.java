package io.anpip.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.files.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event record has one type name, and every type name one record. */
class EventTypeTest {

    @Test
    void everyEventRecordHasAType() {
        List<Class<?>> declared = new ArrayList<>();
        EventType.all().forEach(type -> declared.add(type.event()));

        assertThat(declared).containsExactlyInAnyOrderElementsOf(records(VideoEvent.class));
    }

    @Test
    void everyTypeNameIsUniqueAndOfOneForm() {
        assertThat(EventType.all())
                .extracting(EventType::type)
                .doesNotHaveDuplicates()
                .allMatch(type -> type.matches("io\\.anpip\\.video\\.[a-z]+\\.[a-z]+\\.v1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.anpip.schemas.files.Sample#all")
    void anEventHasTheTypeItWasReadAs(Sample sample) {
        assertThat(EventType.of(sample.event())).isEqualTo(sample.type());
        assertThat(EventType.named(sample.type().type())).hasValue(sample.type());
    }

    @Test
    void aForeignNameIsNoType() {
        assertThat(EventType.named("io.anpip.video.unknown.v1")).isEmpty();
    }

    private static List<Class<?>> records(Class<?> sealed) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                found.add(permitted);
            } else {
                found.addAll(records(permitted));
            }
        }
        return found;
    }
}
