package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Optional;

/** What a source file holds, as found by probing it. */
@JsonClassDescription("What a source file holds, as found by probing it.")
public record SourceProbe(
        @JsonPropertyDescription("FFmpeg demuxer that reads the file and is forced on every later read, e.g. 'mov'")
        String demuxer,

        @JsonPropertyDescription("Length of what will be played, in seconds")
        double durationSeconds,

        @JsonPropertyDescription("The picture track, if there is one")
        Optional<VideoTrack> video,

        @JsonPropertyDescription("The audio tracks in file order")
        List<AudioTrack> audio,

        @JsonPropertyDescription("Chapters the container carries")
        List<Chapter> chapters) {

    public SourceProbe {
        audio = List.copyOf(audio);
        chapters = List.copyOf(chapters);
    }
}
