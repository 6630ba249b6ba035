package io.anpip.transcode.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which loudspeaker each channel of a track is for, in the order of the channels.
 *
 * @param speakers FFmpeg's names of them, such as {@code FL} and {@code LFE}; empty where nothing is known
 */
public record ChannelLayout(List<String> speakers) {

    private static final Pattern LISTED = Pattern.compile("\\d+ channels \\(([A-Z0-9+]+)\\)");

    /** As {@code ffmpeg -layouts} lists them. */
    private static final Map<String, ChannelLayout> NAMED = named(
            "mono FC",
            "stereo FL+FR",
            "downmix DL+DR",
            "2.1 FL+FR+LFE",
            "3.0 FL+FR+FC",
            "3.0(back) FL+FR+BC",
            "4.0 FL+FR+FC+BC",
            "quad FL+FR+BL+BR",
            "quad(side) FL+FR+SL+SR",
            "3.1 FL+FR+FC+LFE",
            "5.0 FL+FR+FC+BL+BR",
            "5.0(side) FL+FR+FC+SL+SR",
            "4.1 FL+FR+FC+LFE+BC",
            "5.1 FL+FR+FC+LFE+BL+BR",
            "5.1(side) FL+FR+FC+LFE+SL+SR",
            "6.0 FL+FR+FC+BC+SL+SR",
            "6.0(front) FL+FR+FLC+FRC+SL+SR",
            "hexagonal FL+FR+FC+BL+BR+BC",
            "6.1 FL+FR+FC+LFE+BC+SL+SR",
            "6.1(back) FL+FR+FC+LFE+BL+BR+BC",
            "6.1(front) FL+FR+LFE+FLC+FRC+SL+SR",
            "7.0 FL+FR+FC+BL+BR+SL+SR",
            "7.0(front) FL+FR+FC+FLC+FRC+SL+SR",
            "7.1 FL+FR+FC+LFE+BL+BR+SL+SR",
            "7.1(wide) FL+FR+FC+LFE+BL+BR+FLC+FRC",
            "7.1(wide-side) FL+FR+FC+LFE+FLC+FRC+SL+SR",
            "octagonal FL+FR+FC+BL+BR+BC+SL+SR",
            "3.1.2 FL+FR+FC+LFE+TFL+TFR",
            "5.1.2 FL+FR+FC+LFE+SL+SR+TFL+TFR",
            "5.1.2(back) FL+FR+FC+LFE+BL+BR+TFL+TFR",
            "5.1.4 FL+FR+FC+LFE+SL+SR+TFL+TFR+TBL+TBR",
            "7.1.2 FL+FR+FC+LFE+BL+BR+SL+SR+TFL+TFR",
            "7.1.4 FL+FR+FC+LFE+BL+BR+SL+SR+TFL+TFR+TBL+TBR");

    /** What a file means that names no layout, by the number of its channels. */
    private static final Map<Integer, String> USUAL =
            Map.of(1, "mono", 2, "stereo", 3, "2.1", 4, "4.0", 5, "5.0", 6, "5.1", 7, "6.1", 8, "7.1");

    public ChannelLayout {
        speakers = List.copyOf(speakers);
    }

    /** The layout of this name; the usual one of so many channels where the name says nothing. */
    public static ChannelLayout of(String name, int channels) {
        Matcher listed = LISTED.matcher(name);
        Optional<ChannelLayout> given = listed.matches()
                ? Optional.of(new ChannelLayout(Arrays.asList(listed.group(1).split("\\+"))))
                : Optional.ofNullable(NAMED.get(name));
        return given.filter(layout -> layout.speakers.size() == channels)
                .or(() -> Optional.ofNullable(USUAL.get(channels)).map(NAMED::get))
                .orElseGet(() -> new ChannelLayout(List.of()));
    }

    /** Whether it has loudspeakers left, right and centre in front, and left and right beside or behind. */
    public boolean isSurround() {
        return speakers.containsAll(List.of("FL", "FR", "FC"))
                && (speakers.containsAll(List.of("SL", "SR")) || speakers.containsAll(List.of("BL", "BR")));
    }

    private static Map<String, ChannelLayout> named(String... lines) {
        Map<String, ChannelLayout> layouts = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(" ", -1);
            layouts.put(parts[0], new ChannelLayout(Arrays.asList(parts[1].split("\\+"))));
        }
        return Map.copyOf(layouts);
    }
}
