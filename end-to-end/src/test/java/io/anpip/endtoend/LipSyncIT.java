package io.anpip.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Picture and sound that belong together come out together, at the start of a video and after ten minutes. */
class LipSyncIT {

    private static final double ONE_FRAME = 1.0 / 25;
    private static final int FLASHES = 61;
    private static final Pattern TIME = Pattern.compile("pts_time:([0-9.]+)");
    private static final Pattern BRIGHTNESS = Pattern.compile("lavfi\\.signalstats\\.YAVG=([0-9.]+)");
    private static final Pattern BEEP = Pattern.compile("silence_end: ([0-9.]+)");

    private final ApiUser user = Pipeline.shared().user();

    @Test
    void aFlashAndItsBeepStayWithinAFrame() {
        JsonNode video = user.awaitReady(user.upload(Clips.flashAndBeep()), Duration.ofMinutes(5));
        String hls = video.path("playback").path("hls").asText();
        String folder = hls.substring(0, hls.lastIndexOf('/') + 1);

        List<Double> flashes = flashes(folder + "90p/playlist.m3u8");
        List<Double> beeps = beeps(folder + "audio-0/playlist.m3u8");

        assertThat(flashes).hasSize(FLASHES);
        assertThat(beeps).hasSize(FLASHES);
        for (int number = 0; number < FLASHES; number++) {
            assertThat(beeps.get(number) - flashes.get(number))
                    .as("beep after flash at %s s", flashes.get(number))
                    .isBetween(-ONE_FRAME, ONE_FRAME);
        }
        assertThat(flashes.getLast()).isGreaterThan(600);
    }

    /** Times of the first bright frame after a dark one. */
    private static List<Double> flashes(String playlist) {
        String log = FfmpegTool.ffmpeg(
                        "-i",
                        playlist,
                        "-vf",
                        "signalstats,metadata=print:key=lavfi.signalstats.YAVG:file=-",
                        "-f",
                        "null",
                        "-")
                .output();
        List<Double> flashes = new ArrayList<>();
        double time = 0;
        boolean bright = false;
        for (String line : log.split("\n")) {
            Matcher at = TIME.matcher(line);
            Matcher brightness = BRIGHTNESS.matcher(line);
            if (at.find()) {
                time = Double.parseDouble(at.group(1));
            } else if (brightness.find()) {
                boolean now = Double.parseDouble(brightness.group(1)) > 128;
                if (now && !bright) {
                    flashes.add(time);
                }
                bright = now;
            }
        }
        return flashes;
    }

    /** Times at which a silence ends. */
    private static List<Double> beeps(String playlist) {
        String log = FfmpegTool.ffmpeg(
                        "-v", "info", "-i", playlist, "-af", "silencedetect=noise=-30dB:d=1", "-f", "null", "-")
                .stderr();
        List<Double> beeps = new ArrayList<>();
        Matcher beep = BEEP.matcher(log);
        while (beep.find()) {
            beeps.add(Double.parseDouble(beep.group(1)));
        }
        // The silence after the last beep ends with the sound itself.
        beeps.removeIf(time -> time > 609);
        return beeps;
    }
}
