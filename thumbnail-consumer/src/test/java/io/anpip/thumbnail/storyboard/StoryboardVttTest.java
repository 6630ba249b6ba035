package io.anpip.thumbnail.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoryboardVttTest {

    @Test
    void eachCueNamesASheetBesideTheFileAndARectangleOnIt() {
        var limits = new StoryboardPlan.Limits(160, 200, Duration.ofSeconds(1), 2, 1);

        assertThat(StoryboardVtt.of(StoryboardPlan.of(Duration.ofMillis(3400), 1920, 1080, limits)))
                .isEqualTo("""
                        WEBVTT

                        00:00:00.000 --> 00:00:01.134
                        sheet-001.jpg#xywh=0,0,160,90

                        00:00:01.134 --> 00:00:02.268
                        sheet-001.jpg#xywh=160,0,160,90

                        00:00:02.268 --> 00:00:03.400
                        sheet-002.jpg#xywh=0,0,160,90
                        """);
    }

    @Test
    void theSecondRowBeginsAtTheLeft() {
        var limits = new StoryboardPlan.Limits(160, 200, Duration.ofSeconds(1), 2, 10);

        assertThat(StoryboardVtt.of(StoryboardPlan.of(Duration.ofSeconds(3), 1920, 1080, limits)))
                .endsWith("sheet-001.jpg#xywh=0,90,160,90\n");
    }
}
