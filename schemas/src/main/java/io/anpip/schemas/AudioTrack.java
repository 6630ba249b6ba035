package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** An audio track of a source. */
@JsonClassDescription("An audio track of a source.")
public record AudioTrack(
        @JsonPropertyDescription("Index of the stream in the file")
        int streamIndex,

        @JsonPropertyDescription("FFmpeg's name of the codec, e.g. 'aac'")
        String codec,

        @JsonPropertyDescription("Number of channels") int channels,
        @JsonPropertyDescription("Samples per second") int sampleRateHz,

        @JsonPropertyDescription("ISO 639-2 code from the file, e.g. 'eng'")
        Optional<String> language,

        @JsonPropertyDescription("Name of the track from the file")
        Optional<String> title,

        @JsonPropertyDescription("Time of its first sample in the file's own clock, seconds")
        double startSeconds,

        @JsonPropertyDescription("Its length, seconds; 0 where the file does not say")
        double durationSeconds,

        @JsonPropertyDescription("What else is known of it") Optional<SoundDetails> details) {
    /** Without what is optional and came later. */
    public AudioTrack(
            int streamIndex,
            String codec,
            int channels,
            int sampleRateHz,
            Optional<String> language,
            Optional<String> title,
            double startSeconds,
            double durationSeconds) {
        this(
                streamIndex,
                codec,
                channels,
                sampleRateHz,
                language,
                title,
                startSeconds,
                durationSeconds,
                Optional.empty());
    }
}
