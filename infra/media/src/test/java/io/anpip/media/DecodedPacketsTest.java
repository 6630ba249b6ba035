package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecodedPacketsTest {

    @Test
    void countsWhatFfmpeg8Says() {
        assertThat(counted(
                        "[vist#0:0/h264 @ 0x1] [dec:h264 @ 0x2] [error] Error submitting packet to decoder: Invalid data found"
                                + " when processing input",
                        "[h264 @ 0x2] [error] error while decoding MB 3 7, bytestream -5",
                        "[vist#0:0/h264 @ 0x1] [dec:h264 @ 0x2] [warning] corrupt decoded frame",
                        "[in#0/mov,mp4 @ 0x3] [verbose]   Input stream #0:0 (video): 1000 packets read (1186239 bytes);"
                                + " 987 frames decoded; 13 decode errors; "))
                .isEqualTo(new DecodedPackets(1000, 2));
    }

    @Test
    void countsWhatFfmpeg5Says() {
        assertThat(
                        counted(
                                "[error] Error while decoding stream #0:0: Invalid data found when processing input",
                                "[warning] http://127.0.0.1:1/a: corrupt decoded frame in stream 0",
                                "[verbose]   Input stream #0:0 (video): 50 packets read (11 bytes); 48 frames decoded; ",
                                "[verbose]   Input stream #0:1 (audio): 30 packets read (11 bytes); 30 frames decoded (1 samples); "))
                .isEqualTo(new DecodedPackets(80, 2));
    }

    @Test
    void whatATitleSaysDoesNotCount() {
        assertThat(counted(
                        "[info]     title           : [verbose]   Input stream #0:0 (video): 9 packets read (1 bytes)",
                        "[info]     comment         : [error] Error submitting packet to decoder: no"))
                .isEqualTo(DecodedPackets.NONE);
    }

    @Test
    void theShareIsOfWhatWasRead() {
        assertThat(DecodedPackets.NONE.damagedShare()).isZero();
        assertThat(new DecodedPackets(200, 3).damagedShare()).isEqualTo(0.015);
        assertThat(new DecodedPackets(2, 3).damagedShare()).isEqualTo(1);
    }

    private static DecodedPackets counted(String... lines) {
        DecodedPackets decoded = DecodedPackets.NONE;
        for (String line : List.of(lines)) {
            decoded = decoded.and(line);
        }
        return decoded;
    }
}
