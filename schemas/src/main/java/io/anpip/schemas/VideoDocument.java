package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The full current status of a video: what the API answers, what the compacted status topic holds, what webhooks carry. */
@JsonClassDescription(
        "The full current status of a video: what the API answers, what the compacted status topic holds, what webhooks carry.")
public record VideoDocument(
        @JsonPropertyDescription("Id of the video") VideoId id,

        @JsonPropertyDescription("Title: the user's, else the file's name")
        String title,

        @JsonPropertyDescription("Where the video stands") VideoStatus status,

        @JsonPropertyDescription("Percent of all work done, 0 to 100")
        int progress,

        @JsonPropertyDescription("The run over the source that this shows")
        int generation,

        @JsonPropertyDescription("Grows with every change of this document")
        long sequence,

        @JsonPropertyDescription("The stages") Stages stages,

        @JsonPropertyDescription("Length in seconds, once probed")
        Optional<Double> durationSeconds,

        @JsonPropertyDescription("Width as shown, once probed")
        Optional<Integer> width,

        @JsonPropertyDescription("Height as shown, once probed")
        Optional<Integer> height,

        @JsonPropertyDescription("Frames per second, once planned")
        Optional<Double> frameRate,

        @JsonPropertyDescription("Where to play it, once playable")
        Optional<Playback> playback,

        @JsonPropertyDescription("Posters, smallest first") List<PosterLink> posters,
        @JsonPropertyDescription("Seek-bar previews") Optional<StoryboardLink> storyboard,
        @JsonPropertyDescription("Short animated preview") Optional<String> preview,
        @JsonPropertyDescription("Chapters, once found") Optional<ChaptersLink> chapters,

        @JsonPropertyDescription("Renditions, lowest first, once published")
        List<Rendition> renditions,

        @JsonPropertyDescription("Why the video failed, if it did")
        Optional<Failure> failure,

        @JsonPropertyDescription("When the upload was announced")
        Instant createdAt,

        @JsonPropertyDescription("When the video became READY")
        Optional<Instant> readyAt,

        @JsonPropertyDescription("Name of the encoding profile, once planned")
        Optional<String> profile,

        @JsonPropertyDescription("Loudness of the first sound track, once encoded")
        Optional<Loudness> loudness,

        @JsonPropertyDescription("Subtitles, once published")
        Optional<List<SubtitleLink>> subtitles,

        @JsonPropertyDescription("Files to save, where asked for")
        Optional<List<DownloadLink>> downloads,

        @JsonPropertyDescription("The newest wish for a poster that was answered, once there was one")
        Optional<ChosenPoster> chosenPoster)
        implements StatusEvent {

    public VideoDocument {
        posters = List.copyOf(posters);
        renditions = List.copyOf(renditions);
        subtitles = subtitles.map(List::copyOf);
        downloads = downloads.map(List::copyOf);
    }

    /** Without what is optional and came later. */
    public VideoDocument(
            VideoId id,
            String title,
            VideoStatus status,
            int progress,
            int generation,
            long sequence,
            Stages stages,
            Optional<Double> durationSeconds,
            Optional<Integer> width,
            Optional<Integer> height,
            Optional<Double> frameRate,
            Optional<Playback> playback,
            List<PosterLink> posters,
            Optional<StoryboardLink> storyboard,
            Optional<String> preview,
            Optional<ChaptersLink> chapters,
            List<Rendition> renditions,
            Optional<Failure> failure,
            Instant createdAt,
            Optional<Instant> readyAt) {
        this(
                id,
                title,
                status,
                progress,
                generation,
                sequence,
                stages,
                durationSeconds,
                width,
                height,
                frameRate,
                playback,
                posters,
                storyboard,
                preview,
                chapters,
                renditions,
                failure,
                createdAt,
                readyAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same document, with what has become of a wish for a poster. */
    public VideoDocument withChosenPoster(Optional<ChosenPoster> answered) {
        return new VideoDocument(
                id,
                title,
                status,
                progress,
                generation,
                sequence,
                stages,
                durationSeconds,
                width,
                height,
                frameRate,
                playback,
                posters,
                storyboard,
                preview,
                chapters,
                renditions,
                failure,
                createdAt,
                readyAt,
                profile,
                loudness,
                subtitles,
                downloads,
                answered);
    }

    @Override
    @JsonIgnore
    public VideoId videoId() {
        return id;
    }

    @Override
    public String discriminator() {
        return Long.toString(sequence);
    }
}
