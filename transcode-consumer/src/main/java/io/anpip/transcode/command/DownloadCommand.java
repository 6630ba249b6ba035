package io.anpip.transcode.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the arguments of the FFmpeg processes that join published renditions into a file to save: nothing is encoded, the index is in
 * front (so that playing can begin before all is there), and no metadata is in it.
 */
public final class DownloadCommand {

    private DownloadCommand() {}

    /**
     * Picture, and sound where there is some, as MP4.
     *
     * @param inputs how to open each rendition, the picture first
     */
    public static List<String> video(List<List<String>> inputs, Path file) {
        return joined(inputs, "mp4", file);
    }

    /** Sound alone as M4A. */
    public static List<String> sound(List<String> input, Path file) {
        return joined(List.of(input), "ipod", file);
    }

    private static List<String> joined(List<List<String>> inputs, String format, Path file) {
        List<String> arguments = new ArrayList<>();
        inputs.forEach(arguments::addAll);
        for (int input = 0; input < inputs.size(); input++) {
            arguments.addAll(List.of("-map", input + ":0"));
        }
        arguments.addAll(List.of("-c", "copy"));
        arguments.addAll(WithoutSourceMetadata.ARGUMENTS);
        arguments.addAll(List.of("-movflags", "+faststart", "-f", format, file.toString()));
        return List.copyOf(arguments);
    }
}
