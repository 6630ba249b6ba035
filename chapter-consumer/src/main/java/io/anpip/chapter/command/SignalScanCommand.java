package io.anpip.chapter.command;

import io.anpip.chapter.picture.Pictures;
import io.anpip.chapter.signal.Interval;
import io.anpip.media.FfmpegCommand;
import io.anpip.media.MediaInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A cheap pass over a file that writes down small pictures and silence.
 *
 * @param input where the file is
 * @param pictures what to take of the picture track, if anything
 * @param audioStream the sound track, if it is listened to
 * @param silence what counts as silence
 * @param limits what the run may cost
 */
public record SignalScanCommand(
        MediaInput input, Optional<Taking> pictures, OptionalInt audioStream, Silence silence, Limits limits) {

    /** What is written down of sound. */
    public record Silence(int belowDb, Duration atLeast) {}

    /** What a run may cost. */
    public record Limits(int decoderThreads, Duration wall, Duration stall) {}

    /** What is taken of the picture track. */
    public sealed interface Taking {

        /** Index of the track. */
        int stream();

        /**
         * Only pictures that are coded by themselves, with their times in a file beside them.
         *
         * @param mostRate no more of them a second, where a file has nothing else
         */
        record KeyPicturesOnly(int stream, double mostRate, Path times) implements Taking {}

        /**
         * Pictures at a steady rate.
         *
         * @param rate pictures a second
         * @param stretch the stretch they are taken from; the whole video if absent
         */
        record SteadyPictures(int stream, double rate, Optional<Interval> stretch) implements Taking {}
    }

    /** The files of a run. */
    public record Files(Path pictures, Path silences) {}

    private static final String SMALL =
            "scale=" + Pictures.WIDTH + ':' + Pictures.HEIGHT + ":flags=area:out_range=tv,format=yuv420p";

    /** The command. */
    public FfmpegCommand into(Files files) {
        List<String> arguments = new ArrayList<>(List.of("-filter_complex_threads", "1"));
        pictures.ifPresent(taking -> arguments.addAll(decoding(taking)));
        arguments.addAll(input.arguments());
        List<String> graphs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        pictures.ifPresent(taking -> {
            graphs.add("[0:" + taking.stream() + ']' + filters(taking) + "[picture]");
            outputs.addAll(List.of(
                    "-map",
                    "[picture]",
                    "-fps_mode",
                    "passthrough",
                    "-f",
                    "rawvideo",
                    files.pictures().toString()));
        });
        audioStream.ifPresent(stream -> {
            graphs.add("[0:" + stream + ']' + sound(files) + "[sound]");
            outputs.addAll(List.of("-map", "[sound]", "-f", "null", "-"));
        });
        arguments.addAll(List.of("-filter_complex", String.join(";", graphs)));
        arguments.addAll(outputs);
        return new FfmpegCommand(arguments, limits.wall(), limits.stall());
    }

    private List<String> decoding(Taking taking) {
        // A shot shows in a small picture that was never deblocked, and in every second frame too.
        List<String> options = new ArrayList<>(List.of(
                "-threads", Integer.toString(limits.decoderThreads()), "-skip_loop_filter", "all", "-skip_frame"));
        switch (taking) {
            case Taking.KeyPicturesOnly ignored -> options.add("nokey");
            case Taking.SteadyPictures(var stream, var rate, Optional<Interval> stretch) -> {
                options.add("noref");
                stretch.ifPresent(part -> options.addAll(
                        List.of("-ss", seconds(part.startSeconds()), "-t", seconds(part.lengthSeconds()))));
            }
        }
        return options;
    }

    private static String filters(Taking taking) {
        return switch (taking) {
            // scdet gives every picture an entry, so that its time is printed.
            case Taking.KeyPicturesOnly(var stream, double mostRate, Path times) ->
                "select=isnan(prev_selected_t)+gte(t-prev_selected_t\\," + seconds(1 / mostRate) + ")," + SMALL
                        + ",scdet=threshold=100,metadata=print:file=" + FfmpegCommand.filterValue(times);
            case Taking.SteadyPictures(var stream, double rate, var stretch) ->
                "fps=" + String.format(Locale.ROOT, "%.4f", rate) + ":start_time=0," + SMALL;
        };
    }

    private String sound(Files files) {
        return "aformat=channel_layouts=mono,silencedetect=noise=" + silence.belowDb() + "dB:d="
                + seconds(silence.atLeast().toMillis() / 1000.0) + ",ametadata=print:file="
                + FfmpegCommand.filterValue(files.silences());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
