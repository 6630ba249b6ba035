package io.anpip.transcode.plan;

import io.anpip.schemas.AudioTrack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names the audio renditions of a video after what its tracks say about themselves. */
final class AudioRenditions {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\"]+");
    private static final int LONGEST_LABEL = 60;

    private static final Map<String, String> TWO_LETTER_CODES = twoLetterCodes();

    private AudioRenditions() {}

    static List<AudioRendition> of(List<AudioTrack> tracks, int bitrateBps) {
        List<AudioRendition> renditions = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int index = 0; index < tracks.size(); index++) {
            AudioTrack track = tracks.get(index);
            Optional<String> language = track.language().flatMap(AudioRenditions::languageTag);
            renditions.add(new AudioRendition(
                    "audio-" + index,
                    index,
                    track.streamIndex(),
                    track.channels(),
                    language,
                    unique(label(track, language, index), taken),
                    index == 0,
                    bitrateBps));
        }
        return List.copyOf(renditions);
    }

    /** The BCP 47 tag of an ISO 639 code from a file: "eng" becomes "en"; what says nothing, or is no code, becomes empty. */
    static Optional<String> languageTag(String code) {
        String lower = code.strip().toLowerCase(Locale.ROOT);
        if (!LANGUAGE.matcher(lower).matches()
                || Set.of("und", "mis", "mul", "zxx").contains(lower)) {
            return Optional.empty();
        }
        return Optional.of(TWO_LETTER_CODES.getOrDefault(lower, lower));
    }

    private static String label(AudioTrack track, Optional<String> language, int index) {
        return track.title()
                .map(title -> NOT_SHOWN.matcher(title).replaceAll(" ").strip())
                .filter(title -> !title.isEmpty())
                .map(title -> title.codePointCount(0, title.length()) <= LONGEST_LABEL
                        ? title
                        : title.substring(0, title.offsetByCodePoints(0, LONGEST_LABEL)))
                .or(() -> language.map(tag -> Locale.of(tag).getDisplayLanguage(Locale.ENGLISH)))
                .orElse("Audio " + (index + 1));
    }

    /** RFC 8216 wants names that differ within a group. */
    private static String unique(String label, Set<String> taken) {
        String candidate = label;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = label + " (" + number + ")";
        }
        return candidate;
    }

    private static Map<String, String> twoLetterCodes() {
        // The bibliographic codes of ISO 639-2, which the JDK does not know: MP4 and Matroska files use them too.
        Map<String, String> codes = new HashMap<>(Map.ofEntries(
                Map.entry("alb", "sq"),
                Map.entry("arm", "hy"),
                Map.entry("baq", "eu"),
                Map.entry("bur", "my"),
                Map.entry("chi", "zh"),
                Map.entry("cze", "cs"),
                Map.entry("dut", "nl"),
                Map.entry("fre", "fr"),
                Map.entry("geo", "ka"),
                Map.entry("ger", "de"),
                Map.entry("gre", "el"),
                Map.entry("ice", "is"),
                Map.entry("mac", "mk"),
                Map.entry("may", "ms"),
                Map.entry("per", "fa"),
                Map.entry("rum", "ro"),
                Map.entry("slo", "sk"),
                Map.entry("tib", "bo"),
                Map.entry("wel", "cy")));
        for (String language : Locale.getISOLanguages()) {
            try {
                codes.put(Locale.of(language).getISO3Language(), language);
            } catch (MissingResourceException withoutThreeLetters) {
                continue;
            }
        }
        return Map.copyOf(codes);
    }
}
