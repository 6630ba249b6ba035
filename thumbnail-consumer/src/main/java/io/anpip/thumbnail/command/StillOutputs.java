package io.anpip.thumbnail.command;

import io.anpip.thumbnail.frame.PictureSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The part of a command that writes one picture as a JPEG file in each of several sizes. */
public final class StillOutputs {

    /** What the source says of places, people and devices stays there, and what FFmpeg would say of itself is left out. */
    static final List<String> WITHOUT_METADATA =
            List.of("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact");

    private StillOutputs() {}

    /** File name of a size. */
    public static String fileName(PictureSize size) {
        return "poster-" + size.width() + 'x' + size.height() + ".jpg";
    }

    /** Filters from one picture to one pad per size, and further pads with the picture as it is. */
    static String split(List<PictureSize> sizes, String furtherPads) {
        int further = (int) furtherPads.chars().filter(c -> c == '[').count();
        String pads = IntStream.range(0, sizes.size())
                .mapToObj(index -> "[full" + index + ']')
                .collect(Collectors.joining());
        String scales = IntStream.range(0, sizes.size())
                .mapToObj(
                        index -> "[full" + index + "]scale=" + sizes.get(index).width() + ':'
                                + sizes.get(index).height() + ":flags=bicubic[still" + index + ']')
                .collect(Collectors.joining(";"));
        return "split=" + (sizes.size() + further) + pads + furtherPads + ';' + scales;
    }

    static List<String> of(List<PictureSize> sizes, Path folder) {
        List<String> arguments = new ArrayList<>();
        for (int index = 0; index < sizes.size(); index++) {
            arguments.addAll(List.of("-map", "[still" + index + ']', "-frames:v", "1", "-update", "1", "-q:v", "3"));
            arguments.addAll(WITHOUT_METADATA);
            arguments.add(folder.resolve(fileName(sizes.get(index))).toString());
        }
        return arguments;
    }
}
