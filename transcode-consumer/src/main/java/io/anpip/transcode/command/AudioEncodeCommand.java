package io.anpip.transcode.command;

import io.anpip.transcode.grid.AudioGrid;
import io.anpip.transcode.plan.AudioRendition;
import io.anpip.transcode.plan.EncodingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Builds the arguments of the FFmpeg process that encodes one audio track, whole: an encoder that starts anew at every chunk
 * would leave an audible gap at each.
 *
 * <p>Time zero is where the picture starts. Sound that starts later gets silence in front, sound that starts earlier is cut, gaps
 * are filled with silence, and the end is cut or filled, so that sound and picture are equally long. On its way the sound is
 * measured as EBU R 128 says ({@link MeasuredLoudness}).
 */
public final class AudioEncodeCommand {

    /**
     * Sound that is further off its time than this is moved there; what is less is jitter of the container's clock. Less than an AAC
     * frame, so that a lost one leaves a hole in place of a shift.
     */
    private static final double LARGEST_DRIFT_SECONDS = 0.02;

    private AudioEncodeCommand() {}

    /**
     * The arguments after the name of the program.
     *
     * @param inputArguments how to open the source, ending in {@code -i} and its address
     * @param file where the result goes; overwritten
     */
    public static List<String> of(EncodingPlan plan, AudioRendition rendition, List<String> inputArguments, Path file) {
        return encode(plan, rendition, inputArguments, "ebur128=peak=true:framelog=quiet", file);
    }

    /** The same for sound that was measured before: made louder or softer by a gain in dB. */
    public static List<String> withGain(
            EncodingPlan plan, AudioRendition rendition, List<String> inputArguments, double gainDb, Path file) {
        return encode(plan, rendition, inputArguments, String.format(Locale.ROOT, "volume=%.2fdB", gainDb), file);
    }

    /** Measures the sound and makes nothing. */
    public static List<String> measuring(EncodingPlan plan, AudioRendition rendition, List<String> inputArguments) {
        List<String> arguments = input(inputArguments, graph(plan, rendition, "ebur128=peak=true:framelog=quiet"));
        arguments.addAll(List.of("-f", "null", "-"));
        return List.copyOf(arguments);
    }

    private static List<String> input(List<String> inputArguments, String graph) {
        List<String> arguments = new ArrayList<>(List.of("-copyts"));
        arguments.addAll(inputArguments);
        arguments.addAll(List.of("-filter_complex", graph, "-map", "[sound]"));
        return arguments;
    }

    private static List<String> encode(
            EncodingPlan plan, AudioRendition rendition, List<String> inputArguments, String last, Path file) {
        List<String> arguments = input(inputArguments, graph(plan, rendition, last));
        arguments.addAll(List.of(
                "-c:a",
                "aac",
                "-profile:a",
                "aac_low",
                "-b:a",
                Integer.toString(rendition.bitrateBps()),
                "-flags",
                "+bitexact"));
        arguments.addAll(WithoutSourceMetadata.ARGUMENTS);
        arguments.addAll(List.of(
                "-movflags",
                "+empty_moov+default_base_moof",
                "-use_editlist",
                "0",
                "-frag_duration",
                "10000000",
                "-avoid_negative_ts",
                "make_zero",
                "-f",
                "mp4",
                file.toString()));
        return List.copyOf(arguments);
    }

    private static String graph(EncodingPlan plan, AudioRendition rendition, String last) {
        long samples = plan.audioGrid().totalSamples();
        List<String> filters = new ArrayList<>();
        if (plan.originSeconds() != 0) {
            filters.add(String.format(Locale.ROOT, "asetpts=round(PTS-(%.6f)/TB)", plan.originSeconds()));
        }
        ChannelMix.filter(rendition).ifPresent(filters::add);
        filters.add(String.format(
                Locale.ROOT,
                "aresample=%d:async=1:min_hard_comp=%.2f:first_pts=0",
                AudioGrid.SAMPLE_RATE_HZ,
                LARGEST_DRIFT_SECONDS));
        filters.add("aformat=sample_fmts=fltp:sample_rates=" + AudioGrid.SAMPLE_RATE_HZ + ":channel_layouts="
                + (rendition.channels() == AudioRendition.SURROUND ? "5.1" : "stereo"));
        filters.add("apad=whole_len=" + samples);
        filters.add("atrim=end_sample=" + samples);
        filters.add(last);
        return "[0:" + rendition.streamIndex() + "]" + String.join(",", filters) + "[sound]";
    }
}
