package io.anpip.transcode.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.transcode.ladder.Rung;
import io.anpip.transcode.ladder.VideoCodec;
import io.anpip.transcode.ladder.VideoEncoder;
import org.junit.jupiter.api.Test;

class VideoEncoderArgumentsTest {

    @Test
    void hevcIsHvc1WithClosedGroupsOnTheGridAndNoMessageOfItsSettings() {
        Rung rung = new Rung(
                "720p-hevc", 1280, 720, 1_600_000, 3_200_000, "3.1", new VideoEncoder(VideoCodec.HEVC, "fast", 25));

        assertThat(String.join(" ", VideoEncoderArguments.of(rung, 48, 2)))
                .isEqualTo(
                        "-c:v libx265 -tag:v hvc1 -preset fast -profile:v main -crf 25 -maxrate 1600000 -bufsize 3200000"
                                + " -g 48 -keyint_min 48 -flags +cgop+bitexact -threads 2 -x265-params"
                                + " log-level=error:level-idc=3.1:high-tier=0:open-gop=0:scenecut=0:info=0:pools=2");
    }

    @Test
    void av1HasKeyFramesOfItsGridAlone() {
        Rung rung =
                new Rung("720p-av1", 1280, 720, 1_400_000, 2_800_000, "3.1", new VideoEncoder(VideoCodec.AV1, "9", 32));

        assertThat(String.join(" ", VideoEncoderArguments.of(rung, 48, 2)))
                .isEqualTo("-c:v libsvtav1 -preset 9 -level:v 31 -crf 32 -maxrate 1400000 -bufsize 2800000"
                        + " -g 48 -flags +cgop+bitexact -svtav1-params irefresh-type=2:scd=0:pred-struct=2:lp=2");
    }
}
