package io.anpip.transcode.encoder;

import java.util.List;
import java.util.regex.Pattern;

/** Makes of FFmpeg's last lines what may be shown to the person who uploaded the video. Pure. */
final class FfmpegComplaint {

    /** Addresses and paths are of this machine and say nothing to a user. */
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|(file:)?/\\S+");

    private static final Pattern TAGS = Pattern.compile("\\[[^]]*]");
    private static final int LONGEST = 200;

    private FfmpegComplaint() {}

    static String sentence(List<String> lastLines) {
        String line = lastLines.stream()
                .filter(text -> text.contains("[error]") || text.contains("[fatal]"))
                .reduce((earlier, later) -> later)
                .orElse("no reason was given.");
        String plain =
                ADDRESS.matcher(TAGS.matcher(line).replaceAll("").strip()).replaceAll("(source)");
        return "The video can't be decoded: "
                + (plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...");
    }
}
