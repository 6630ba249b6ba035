package io.anpip.validator.m3u8;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which form the value of an attribute has (RFC 8216, 4.2 and the tags that define it). */
enum AttributeForm {
    QUOTED("a quoted string", "\"[^\"]*\""),
    INTEGER("a whole number", "[0-9]{1,20}"),
    DECIMAL("a decimal number", "[0-9]+(\\.[0-9]+)?"),
    RESOLUTION("width and height such as 1280x720", "[0-9]+x[0-9]+"),
    YES_NO("YES or NO", "YES|NO"),
    TYPE("AUDIO, VIDEO, SUBTITLES or CLOSED-CAPTIONS", "AUDIO|VIDEO|SUBTITLES|CLOSED-CAPTIONS"),
    RANGE("SDR, HLG or PQ", "SDR|HLG|PQ"),
    QUOTED_OR_NONE("a quoted string or NONE", "\"[^\"]*\"|NONE");

    private static final Map<String, AttributeForm> OF = Map.ofEntries(
            Map.entry("URI", QUOTED),
            Map.entry("GROUP-ID", QUOTED),
            Map.entry("LANGUAGE", QUOTED),
            Map.entry("ASSOC-LANGUAGE", QUOTED),
            Map.entry("NAME", QUOTED),
            Map.entry("CHARACTERISTICS", QUOTED),
            Map.entry("CHANNELS", QUOTED),
            Map.entry("CODECS", QUOTED),
            Map.entry("AUDIO", QUOTED),
            Map.entry("VIDEO", QUOTED),
            Map.entry("SUBTITLES", QUOTED),
            Map.entry("CLOSED-CAPTIONS", QUOTED_OR_NONE),
            Map.entry("BYTERANGE", QUOTED),
            Map.entry("BANDWIDTH", INTEGER),
            Map.entry("AVERAGE-BANDWIDTH", INTEGER),
            Map.entry("FRAME-RATE", DECIMAL),
            Map.entry("DURATION", DECIMAL),
            Map.entry("RESOLUTION", RESOLUTION),
            Map.entry("LAYOUT", RESOLUTION),
            Map.entry("DEFAULT", YES_NO),
            Map.entry("AUTOSELECT", YES_NO),
            Map.entry("FORCED", YES_NO),
            Map.entry("TYPE", TYPE),
            Map.entry("VIDEO-RANGE", RANGE));

    private final String words;
    private final Pattern pattern;

    AttributeForm(String words, String pattern) {
        this.words = words;
        this.pattern = Pattern.compile(pattern);
    }

    /** What is wrong with a raw value, if anything; attributes nobody knows are ignored, as clients must. */
    static Optional<String> problem(String attribute, String raw) {
        return Optional.ofNullable(OF.get(attribute))
                .filter(form -> !form.pattern.matcher(raw).matches())
                .map(form -> attribute + " is " + raw + "; it takes " + form.words);
    }
}
