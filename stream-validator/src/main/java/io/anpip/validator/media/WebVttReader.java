package io.anpip.validator.media;

import io.anpip.validator.media.MediaFile.Cue;
import io.anpip.validator.media.MediaFile.WebVtt;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads WebVTT: its header, the timestamp map of HLS (RFC 8216, 3.5) and the times of its cues. */
final class WebVttReader {

    private static final String TIME = "((?:[0-9]{2,}:)?[0-5][0-9]:[0-5][0-9]\\.[0-9]{3})";
    private static final Pattern TIMING = Pattern.compile(TIME + "[ \\t]+-->[ \\t]+" + TIME + "(?:[ \\t].*)?");
    private static final String MAP = "X-TIMESTAMP-MAP=";

    private WebVttReader() {}

    static WebVtt read(byte[] bytes) {
        List<String> problems = new ArrayList<>();
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new WebVtt(bytes.length, Optional.empty(), List.of(), List.of("it is no UTF-8 text"));
        }
        List<String> lines = text.lines().toList();
        if (!lines.getFirst().replace("\uFEFF", "").matches("WEBVTT([ \\t].*)?")) {
            problems.add("the first line is not WEBVTT");
        }
        Optional<String> map = lines.stream()
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.startsWith(MAP))
                .map(line -> line.substring(MAP.length()))
                .findFirst();
        List<Cue> cues = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).contains("-->")) {
                cue(index + 1, lines.get(index), cues, problems);
            }
        }
        return new WebVtt(bytes.length, map, cues, problems);
    }

    private static void cue(int line, String timing, List<Cue> cues, List<String> problems) {
        Matcher form = TIMING.matcher(timing);
        if (!form.matches()) {
            problems.add("line " + line + " has an arrow and no two times such as 00:01.000 around it");
            return;
        }
        Cue cue = new Cue(line, seconds(form.group(1)), seconds(form.group(2)));
        if (cue.end() <= cue.start()) {
            problems.add("the cue at line " + line + " ends before it starts");
        }
        cues.add(cue);
    }

    private static double seconds(String time) {
        double seconds = 0;
        for (String part : time.split(":", -1)) {
            seconds = seconds * 60 + Double.parseDouble(part);
        }
        return seconds;
    }
}
