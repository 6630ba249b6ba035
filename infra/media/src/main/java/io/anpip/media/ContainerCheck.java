package io.anpip.media;

import java.io.IOException;
import java.util.Optional;

/**
 * Tells from a few small reads whether an MP4 or QuickTime file is all there, before any decoder sees it.
 *
 * <p>Only the headers of the top-level boxes are read (ISO/IEC 14496-12, 4.2), 16 bytes each. A file of very many
 * fragments is not walked to its end: that would be one read for every fragment, and a fragmented file that ends early
 * is only shorter.
 */
public sealed interface ContainerCheck {

    /** Media data and index are there, and no box runs past the end of the file. */
    record Intact(boolean moovBeforeMediaData, boolean fragmented) implements ContainerCheck {}

    /** A box ends past the end of the file. */
    record Truncated(String sentence) implements ContainerCheck {}

    /** There is no {@code moov}: nothing says how to read the media data. */
    record WithoutMoov(String sentence) implements ContainerCheck {}

    /** There is no {@code mdat} with anything in it: "only a moov". */
    record WithoutMediaData(String sentence) implements ContainerCheck {}

    /** The boxes make no sense. */
    record Malformed(String sentence) implements ContainerCheck {}

    /** The sentence for a person, where the file is not intact. */
    default Optional<String> complaint() {
        return switch (this) {
            case Intact _ -> Optional.empty();
            case Truncated(String sentence) -> Optional.of(sentence);
            case WithoutMoov(String sentence) -> Optional.of(sentence);
            case WithoutMediaData(String sentence) -> Optional.of(sentence);
            case Malformed(String sentence) -> Optional.of(sentence);
        };
    }

    /** Walks the top-level boxes of a file that was sniffed as {@link ContainerFormat#MP4}. */
    static ContainerCheck ofMp4(ByteSource source) throws IOException {
        return new Mp4Walk(source.size()).walk(source);
    }
}
