package io.anpip.thumbnail.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoryboardJsonTest {

    @Test
    void everyTileHasItsTimeItsSheetAndItsPlace() {
        var limits = new StoryboardPlan.Limits(160, 200, Duration.ofSeconds(1), 2, 1);
        byte[] json = StoryboardJson.of(StoryboardPlan.of(Duration.ofMillis(3400), 1920, 1080, limits))
                .toBytes();

        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualToIgnoringWhitespace("""
                        {"url":"sheet-001.jpg","tile_width":160,"tile_height":90,"duration":3.4,"tiles":[
                        {"start":0.0,"url":"sheet-001.jpg","x":0,"y":0},
                        {"start":1.134,"url":"sheet-001.jpg","x":160,"y":0},
                        {"start":2.268,"url":"sheet-002.jpg","x":0,"y":0}]}""");
    }
}
