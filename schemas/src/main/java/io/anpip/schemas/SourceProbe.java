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
        List<Chapter> chapters,

        @JsonPropertyDescription("The text subtitle tracks in file order")
        Optional<List<SubtitleTrack>> subtitles) {

    public SourceProbe {
        audio = List.copyOf(audio);
        chapters = List.copyOf(chapters);
        subtitles = subtitles.map(List::copyOf);
    }

    /** Without what is optional and came later. */
    public SourceProbe(
            String demuxer,
            double durationSeconds,
            Optional<VideoTrack> video,
            List<AudioTrack> audio,
            List<Chapter> chapters) {
        this(demuxer, durationSeconds, video, audio, chapters, Optional.empty());
    }
}
