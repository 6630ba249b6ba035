package io.anpip.media;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The size of pictures that a decoder refused, as FFmpeg's log tells it: ffprobe does not report what it refused, and a
 * decoder that goes on with other pictures hides it.
 */
record OversizedPicture(String decoder, long width, long height) {

    /** {@code av_image_check_size2}; the decoder says it, through a component of its own. */
    private static final Pattern LINE = Pattern.compile(
            "^\\[([a-z0-9_]+) @ [^\\]]*\\] (?:\\[[^\\]]*\\] )*\\[error\\] Picture size (\\d{1,10})x(\\d{1,10})"
                    + " (?:is invalid|exceeds)");

    static Optional<OversizedPicture> in(List<String> logLines, ProbeReport report) {
        Optional<String> codec = report.mainVideo().map(video -> video.header().codecName());
        // A cover picture that is too large is no reason to refuse the music.
        return refused(logLines)
                .filter(picture -> codec.map(picture.decoder()::equals)
                        .orElse(report.audioStreams().isEmpty()))
                .findFirst();
    }

    private static Stream<OversizedPicture> refused(List<String> logLines) {
        return logLines.stream()
                .map(LINE::matcher)
                .filter(Matcher::find)
                .map(line -> new OversizedPicture(
                        line.group(1), Long.parseLong(line.group(2)), Long.parseLong(line.group(3))));
    }
}
