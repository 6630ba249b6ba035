package io.anpip.validator.media;

import io.anpip.validator.bmff.SegmentFile;
import java.util.List;
import java.util.Optional;

/** A media file by what its bytes are, whatever its name says. */
public sealed interface MediaFile {

    /** Its size. */
    long bytes();

    /** A movie fragment file. */
    record Cmaf(SegmentFile segment) implements MediaFile {
        @Override
        public long bytes() {
            return segment.bytes();
        }
    }

    /**
     * WebVTT.
     *
     * @param timestampMap the value of X-TIMESTAMP-MAP
     * @param cues its cues in order
     * @param problems what is wrong with it, a sentence each
     */
    record WebVtt(long bytes, Optional<String> timestampMap, List<Cue> cues, List<String> problems)
            implements MediaFile {
        public WebVtt {
            cues = List.copyOf(cues);
            problems = List.copyOf(problems);
        }
    }

    /** A cue with its times in seconds. */
    record Cue(int line, double start, double end) {}

    /** A JPEG or PNG picture. */
    record Picture(long bytes, int width, int height) implements MediaFile {}

    /** An MPEG transport stream; not looked into. */
    record TransportStream(long bytes) implements MediaFile {}

    /** None of these, or broken. */
    record Unreadable(long bytes, String reason) implements MediaFile {}
}
