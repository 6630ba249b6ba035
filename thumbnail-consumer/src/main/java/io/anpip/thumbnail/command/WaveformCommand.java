package io.anpip.thumbnail.command;

import io.anpip.media.FfmpegCommand;
import io.anpip.media.MediaInput;
import io.anpip.schemas.AudioTrack;
import io.anpip.thumbnail.frame.PictureSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the loudness of a sound track over time: the poster of a file without a picture.
 *
 * @param input where the file is
 * @param track which track
 * @param length how long it is
 * @param sizes what to write
 */
public record WaveformCommand(MediaInput input, AudioTrack track, Duration length, List<PictureSize> sizes) {

    private static final String BACKGROUND = "0x101820";
    private static final String WAVE = "0x4fc3f7";
    private static final long HIGHEST_RATE = 8000;
    private static final long LOWEST_RATE = 100;

    /** showwavespic keeps every sample until the end: so many take 64 MB. */
    private static final long MOST_SAMPLES = 16_000_000;

    public WaveformCommand {
        sizes = List.copyOf(sizes);
    }

    /** The command; the pictures go into this folder. */
    public FfmpegCommand in(Path folder, RunLimits limits) {
        PictureSize full = sizes.getLast();
        String size = full.width() + "x" + full.height();
        String graph = "[0:" + track.streamIndex() + "]aformat=channel_layouts=mono,aresample=" + sampleRate()
                + ",showwavespic=s=" + size + ":colors=" + WAVE + ":scale=sqrt[wave];"
                + "color=c=" + BACKGROUND + ":s=" + size + ":r=1:d=1[ground];"
                + "[ground][wave]overlay=format=rgb," + PictureTrack.forJpeg() + ',' + StillOutputs.split(sizes, "");
        List<String> arguments = new ArrayList<>(List.of("-filter_complex_threads", "1"));
        arguments.addAll(input.arguments());
        arguments.addAll(List.of("-filter_complex", graph));
        arguments.addAll(StillOutputs.of(sizes, folder));
        return limits.command(arguments);
    }

    private long sampleRate() {
        long seconds = Math.max(1, length.toSeconds());
        return Math.clamp(MOST_SAMPLES / seconds, LOWEST_RATE, HIGHEST_RATE);
    }
}
