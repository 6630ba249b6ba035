package io.anpip.chapter.command;

import io.anpip.media.FfmpegCommand;
import io.anpip.media.MediaInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * One cheap pass over picture and sound that writes down cuts, black pictures and silence.
 *
 * @param input where the file is
 * @param videoStream the picture track, if there is one
 * @param audioStream the sound track, if there is one
 * @param thresholds what is written down
 * @param decoderThreads threads of the picture decoder
 */
public record SignalScanCommand(
        MediaInput input, OptionalInt videoStream, OptionalInt audioStream, Thresholds thresholds, int decoderThreads) {

    /**
     * What is written down.
     *
     * @param cutScore scene change scores from here on
     * @param silenceDb loudness below which it is silent
     * @param silenceAtLeast shortest silence
     */
    public record Thresholds(double cutScore, int silenceDb, Duration silenceAtLeast) {}

    /** The files the signals are written to, in a scratch folder of this run. */
    public record Files(Path cuts, Path blacks, Path silences) {}

    /** The command. */
    public FfmpegCommand into(Files files, Duration wallLimit, Duration stallLimit) {
        List<String> arguments = new ArrayList<>(List.of("-filter_complex_threads", "1"));
        if (videoStream.isPresent()) {
            // Cuts show in a small picture that was never deblocked, and in every second frame too.
            arguments.addAll(List.of("-threads", Integer.toString(decoderThreads)));
            arguments.addAll(List.of("-skip_loop_filter", "all", "-skip_frame", "noref"));
        }
        arguments.addAll(input.arguments());
        List<String> graphs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        videoStream.ifPresent(stream -> {
            graphs.add("[0:" + stream + ']' + picture(files) + "[picture]");
            outputs.addAll(List.of("-map", "[picture]", "-f", "null", "-"));
        });
        audioStream.ifPresent(stream -> {
            graphs.add("[0:" + stream + ']' + sound(files) + "[sound]");
            outputs.addAll(List.of("-map", "[sound]", "-f", "null", "-"));
        });
        arguments.addAll(List.of("-filter_complex", String.join(";", graphs)));
        arguments.addAll(outputs);
        return new FfmpegCommand(arguments, wallLimit, stallLimit);
    }

    private String picture(Files files) {
        return "scale=160:90:flags=fast_bilinear,format=gray,"
                + "blackdetect=d=0:pic_th=0.98:pix_th=0.1," + print("", files.blacks()) + ','
                + "scdet=threshold=100,"
                + print(
                        ":key=lavfi.scd.score:function=greater:value="
                                + String.format(Locale.ROOT, "%.1f", thresholds.cutScore()),
                        files.cuts());
    }

    private String sound(Files files) {
        return "aformat=channel_layouts=mono,silencedetect=noise=" + thresholds.silenceDb() + "dB:d="
                + String.format(Locale.ROOT, "%.3f", thresholds.silenceAtLeast().toMillis() / 1000.0) + ",a"
                + print("", files.silences());
    }

    private static String print(String what, Path file) {
        return "metadata=print" + what + ":file=" + FfmpegCommand.filterValue(file);
    }
}
