package io.anpip.upload.intake;

import io.anpip.schemas.VideoId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Upload-Concat} of tus 1.0, the extension concatenation. */
public sealed interface TusConcat {

    /** One of several that make a file together. */
    record Partial() implements TusConcat {}

    /**
     * The file that is made of others.
     *
     * @param parts their ids, in the order of their bytes
     */
    record Final(List<VideoId> parts) implements TusConcat {
        public Final {
            parts = List.copyOf(parts);
        }
    }

    /** How the value of a final upload begins. */
    String FINAL = "final;";

    /** What of an address says which upload it is; whose server it names does not matter, because it is never asked. */
    Pattern ADDRESS = Pattern.compile("(?:https?://[^/?#\\s]+)?(?:/[^?#\\s]*)?/tus/([0-9a-f-]{36})");

    /** Reads the value of the header; empty when it is malformed. */
    static Optional<TusConcat> parse(String value) {
        if (value.equals("partial")) {
            return Optional.of(new Partial());
        }
        if (!value.startsWith(FINAL)) {
            return Optional.empty();
        }
        List<Optional<VideoId>> parts = Arrays.stream(
                        value.substring(FINAL.length()).trim().split(" +"))
                .map(TusConcat::idIn)
                .toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(new Final(parts.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    private static Optional<VideoId> idIn(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        return matcher.matches() ? VideoId.parse(matcher.group(1)) : Optional.empty();
    }
}
