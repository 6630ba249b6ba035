package io.anpip.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.cli.terminal.Style;
import io.anpip.schemas.EventCodec;
import java.net.URI;
import org.junit.jupiter.api.Test;

class StageLinesTest {
    private static final String VIDEO = """
            {"id": "01", "title": "Clip", "status": "PLAYABLE", "progress": 61, "width": 1280, "height": 720,
             "frameRate": 25.0, "durationSeconds": 24.0,
             "stages": {
               "source": {"status": "DONE", "progress": 100},
               "transcode": {"status": "RUNNING", "progress": 50},
               "thumbnails": {"status": "FAILED", "progress": 0,
                              "failure": {"kind": "PERMANENT", "reason": "There is no picture."}}},
             "renditions": [{"name": "240p", "averageBitrate": 300000, "peakBitrate": 450000, "codecs": "avc1.64001e"}]}
            """;

    @Test
    void everyStageHasItsLine() throws JsonProcessingException {
        assertThat(StageLines.of(video(), Style.PLAIN))
                .containsExactly(
                        "  ok source      done",
                        "  .. transcode   ############------------  50 %",
                        "  !! thumbnails  failed: There is no picture.",
                        "     chapters    waiting");
    }

    @Test
    void aMilestoneIsAChangeOfStateOrAQuarterOfTheWay() throws JsonProcessingException {
        JsonNode transcode = video().path("stages").path("transcode");

        assertThat(StageLines.milestone(transcode)).isEqualTo("RUNNING/2");
    }

    @Test
    void theSummaryNamesTheFacts() throws JsonProcessingException {
        assertThat(VideoSummary.lines(video(), URI.create("http://api/watch/01"), Style.PLAIN))
                .startsWith("Clip  PLAYABLE  61 %")
                .contains("  watch    http://api/watch/01")
                .contains("  picture  1280 x 720, 25.00 frames/s, 24.0 s")
                .contains("  240p     300 kbit/s on average, peak 450, avc1.64001e");
    }

    private static JsonNode video() throws JsonProcessingException {
        return EventCodec.mapper().readTree(VIDEO);
    }
}
