package io.anpip.media;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises what FFmpeg writes when its input was not served or its output found no room: nothing the file can help.
 *
 * <p>Only lines that FFmpeg itself marks as a problem count. The others quote the file, its title for one, which is for the
 * uploader to choose.
 */
final class MachineTrouble {

    private static final Pattern LINE = Pattern.compile(
            "^(?:\\[[^\\]]*\\] )*\\[(?:warning|error|fatal|panic)\\] .*"
                    + "(?:Server returned 5|HTTP error (?:404|5)|Connection (?:refused|reset|timed out)"
                    + "|Stream ends prematurely|No space left on device)",
            Pattern.CASE_INSENSITIVE);

    private MachineTrouble() {}

    static boolean isNamedIn(List<String> logLines) {
        return logLines.stream().anyMatch(MachineTrouble::isNamedIn);
    }

    static boolean isNamedIn(String logLine) {
        return LINE.matcher(logLine).find();
    }
}
