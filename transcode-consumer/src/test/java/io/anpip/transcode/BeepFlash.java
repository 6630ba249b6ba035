package io.anpip.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Clips in which a flash and a beep begin together every two seconds, and the check that they still do. */
public final class BeepFlash {

    private static final double FRAMES_PER_SECOND = 25;
    private static final double SHORTEST_PART_SECONDS = 0.3;

    private BeepFlash() {}

    /** FFmpeg input: black with a flash of 0.2 s every 2 s, so many seconds before what is its own second zero. */
    public static String flashes(double from, double seconds) {
        return "color=black:size=160x90:rate=25:duration=%s,geq=lum='if(lt(mod(T+%s,2),0.19),235,16)':cb=128:cr=128"
                .formatted(seconds, from);
    }

    /** FFmpeg input: silence with a beep of 0.2 s every 2 s. */
    public static String beeps(double from, double seconds, int sampleRate) {
        return "aevalsrc='if(lt(mod(t+%s,2),0.2),0.5*sin(2*PI*997*t),0)':s=%d:d=%s"
                .formatted(from, sampleRate, seconds);
    }

    /** When beeps begin, as decoded. */
    public static List<Double> beeps(Path sound) {
        String log = Ffmpeg.log("-i", sound.toString(), "-af", "silencedetect=noise=-20dB:d=0.5", "-f", "null", "-");
        return log.lines()
                .filter(line -> line.contains("silence_end: "))
                .map(line -> Double.valueOf(
                        line.substring(line.indexOf("silence_end: ") + 13).split(" ", 2)[0]))
                .toList();
    }

    /** Asserts that at least so many beeps begin with a flash: to a third of a frame, where the limit is a whole one. */
    public static void assertInTime(EncodedStream stream, int atLeast) throws IOException {
        List<Double> beeps = beeps(stream.joined("audio-0"));
        List<Double> brightness = SampleClips.brightnesses(
                stream.joined(stream.plan().rungs().getFirst().name()));
        List<Double> flashes = new ArrayList<>();
        for (int frame = 1; frame < brightness.size(); frame++) {
            if (brightness.get(frame - 1) < 60 && brightness.get(frame) > 180) {
                flashes.add(frame / FRAMES_PER_SECOND);
            }
        }
        double end = brightness.size() / FRAMES_PER_SECOND - SHORTEST_PART_SECONDS;
        List<Double> heard = beeps.stream()
                .filter(beep -> beep > SHORTEST_PART_SECONDS && beep < end)
                .toList();
        assertThat(heard).as("beeps of %s, flashes %s", beeps, flashes).hasSizeGreaterThanOrEqualTo(atLeast);
        for (double beep : heard) {
            assertThat(flashes)
                    .as("a flash with the beep at %s", beep)
                    .anySatisfy(flash -> assertThat(beep).isCloseTo(flash, within(0.013)));
        }
    }
}
