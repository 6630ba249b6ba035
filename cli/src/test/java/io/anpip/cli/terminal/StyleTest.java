package io.anpip.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StyleTest {
    private static final Style COLOUR = new Style(true, true);

    @Test
    void plainTextHasNoMarkup() {
        assertThat(Style.PLAIN.good("done")).isEqualTo("done");
        assertThat(Style.PLAIN.tick()).isEqualTo("ok");
        assertThat(Style.PLAIN.bar(0.5, 4)).isEqualTo("##--");
    }

    @Test
    void markupDoesNotCountAsWidth() {
        assertThat(Style.padded(COLOUR.good("ab"), 4)).endsWith("  ");
        assertThat(Style.width(COLOUR.bad("abc"))).isEqualTo(3);
    }

    @Test
    void aLineThatIsTooLongIsCutSoThatItDoesNotWrap() {
        assertThat(Style.cut(COLOUR.good("abcdef"), 3)).isEqualTo("abc");
        assertThat(Style.cut(COLOUR.good("abc"), 3)).isEqualTo(COLOUR.good("abc"));
    }

    @Test
    void barsStayInTheirBounds() {
        assertThat(Style.PLAIN.bar(2, 3)).isEqualTo("###");
        assertThat(Style.PLAIN.bar(-1, 3)).isEqualTo("---");
    }

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        assertThat(Table.lines(List.of(List.of("a", "b"), List.of("long", "c"))))
                .containsExactly("  a     b", "  long  c");
    }

    @Test
    void quantitiesReadWell() {
        assertThat(Quantity.bytes(0)).isEqualTo("0 B");
        assertThat(Quantity.bytes(1536)).isEqualTo("1.5 KiB");
        assertThat(Quantity.bytes(5L << 40)).isEqualTo("5.0 TiB");
        assertThat(Quantity.time(Duration.ofMillis(4250))).isEqualTo("4.3 s");
        assertThat(Quantity.time(Duration.ofSeconds(185))).isEqualTo("3 min 05 s");
        assertThat(Quantity.time(Duration.ofMinutes(130))).isEqualTo("2 h 10 min");
    }
}
