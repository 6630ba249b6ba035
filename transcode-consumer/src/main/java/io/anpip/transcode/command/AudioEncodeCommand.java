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
 * <p>Time zero is where the picture starts. Sound that starts later gets silence in front, sound that starts earlier is cut,
 * and the end is cut or filled with silence, so that sound and picture are equally long.
 */
public final class AudioEncodeCommand {

    /** Up to here FFmpeg knows how to mix a layout down to stereo. */
    private static final int MOST_KNOWN_CHANNELS = 8;

    private AudioEncodeCommand() {}

    /**
     * The arguments after the name of the program.
     *
     * @param inputArguments how to open the source, ending in {@code -i} and its address
     * @param file where the result goes; overwritten
     */
    public static List<String> of(EncodingPlan plan, AudioRendition rendition, List<String> inputArguments, Path file) {
        List<String> arguments = new ArrayList<>(List.of("-copyts"));
        arguments.addAll(inputArguments);
        arguments.addAll(List.of(
                "-filter_complex",
                graph(plan, rendition),
                "-map",
                "[sound]",
                "-c:a",
                "aac",
                "-profile:a",
                "aac_low",
                "-b:a",
                Integer.toString(rendition.bitrateBps()),
                "-flags",
                "+bitexact",
                "-map_metadata",
                "-1",
                "-map_chapters",
                "-1",
                "-fflags",
                "+bitexact",
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

    private static String graph(EncodingPlan plan, AudioRendition rendition) {
        long samples = plan.audioGrid().totalSamples();
        List<String> filters = new ArrayList<>();
        if (plan.originSeconds() != 0) {
            filters.add(String.format(Locale.ROOT, "asetpts=round(PTS-(%.6f)/TB)", plan.originSeconds()));
        }
        if (rendition.sourceChannels() > MOST_KNOWN_CHANNELS) {
            filters.add("pan=stereo|c0=c0|c1=c1");
        }
        filters.add("aresample=" + AudioGrid.SAMPLE_RATE_HZ + ":async=1:first_pts=0");
        filters.add("aformat=sample_fmts=fltp:sample_rates=" + AudioGrid.SAMPLE_RATE_HZ + ":channel_layouts=stereo");
        filters.add("apad=whole_len=" + samples);
        filters.add("atrim=end_sample=" + samples);
        return "[0:" + rendition.streamIndex() + "]" + String.join(",", filters) + "[sound]";
    }
}
