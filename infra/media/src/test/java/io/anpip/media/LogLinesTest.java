package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    private final LogLines log = new LogLines();

    @Test
    void keepsTheLastLinesInOrder() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append("[info] line ").append(i).append('\n');
        }
        read(text.toString());
        assertThat(log.last()).hasSize(40).startsWith("[info] line 960").endsWith("[info] line 999");
    }

    @Test
    void statisticsDoNotPushOutTheError() throws IOException {
        StringBuilder text = new StringBuilder("[h264 @ 0x1] [error] the reason\n");
        for (int i = 0; i < 75; i++) {
            text.append("[libx264 @ 0x2] [info] statistics\n");
        }
        read(text.toString());
        assertThat(log.last()).contains("[h264 @ 0x1] [error] the reason").hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void cutsEndlessLines() throws IOException {
        read("x".repeat(1_000_000) + "\r\n\n[error] next");
        assertThat(log.last()).hasSize(2).contains("[error] next");
        assertThat(log.last().getFirst()).hasSize(400);
    }

    @Test
    void neverForgetsThatTheInputBrokeOff() throws IOException {
        read("[http @ 0x1] [error] Stream ends prematurely at 6000, should be 9000\n"
                + "[h264 @ 0x2] [error] x\n".repeat(500));
        assertThat(log.machineTrouble()).isTrue();
        assertThat(log.last())
                .hasSize(41)
                .startsWith("[http @ 0x1] [error] Stream ends prematurely at 6000, should be 9000");
    }

    @Test
    void aTitleIsNoTrouble() throws IOException {
        read("[info]     title           : [error] Connection refused\n[info]     title : Stream ends prematurely\n");
        assertThat(log.machineTrouble()).isFalse();
    }

    private void read(String text) throws IOException {
        log.readFrom(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), () -> {});
    }
}
