package io.anpip.projector.projection;

import io.anpip.schemas.ChaptersEdited;
import io.anpip.schemas.ChaptersLink;
import io.anpip.schemas.ChaptersPublished;
import io.anpip.schemas.DownloadLink;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.Picture;
import io.anpip.schemas.Playback;
import io.anpip.schemas.PosterLink;
import io.anpip.schemas.Rational;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.Storyboard;
import io.anpip.schemas.StoryboardLink;
import io.anpip.schemas.StreamPublished;
import io.anpip.schemas.SubtitleLink;
import io.anpip.schemas.SubtitleRendition;
import io.anpip.schemas.ThumbnailsPublished;
import io.anpip.schemas.TranscodePlanned;
import io.anpip.schemas.UploadFinalized;
import io.anpip.schemas.UploadInitialized;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoStatus;
import io.anpip.schemas.VideoTrack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Draws up the document of a video from its state. Links are paths on the address of the API or CDN. */
final class DocumentRendering {

    private static final String MEDIA = "/media/";
    private static final String MANUAL = "MANUAL";
    private static final Failure DELETED = new Failure(FailureKind.PERMANENT, "The video was deleted.");
    private static final int TIME_ORDERED = 7;

    private DocumentRendering() {}

    static VideoDocument render(ProjectedVideo video, long sequence) {
        Run run = video.run();
        boolean deleted = video.deletedAt().isPresent();
        // A deleted video has no document for the world; its row keeps one that says so.
        VideoStatus status = deleted ? VideoStatus.FAILED : run.status();
        Optional<SourceProbe> probe = run.source().ready().map(SourceReady::probe);
        Optional<VideoTrack> track = probe.flatMap(SourceProbe::video);
        Optional<StreamPublished> published = run.transcode().published();
        Optional<ThumbnailsPublished> thumbnails = run.thumbnails().published();
        return new VideoDocument(
                video.videoId(),
                title(video),
                status,
                OverallProgress.percent(status, run.stages()),
                run.generation(),
                sequence,
                run.stages(),
                probe.map(SourceProbe::durationSeconds).or(() -> published.map(StreamPublished::durationSeconds)),
                track.map(VideoTrack::displayWidth)
                        .or(() -> published.flatMap(made -> size(made, StreamPublished::width))),
                track.map(VideoTrack::displayHeight)
                        .or(() -> published.flatMap(made -> size(made, StreamPublished::height))),
                run.transcode()
                        .planned()
                        .flatMap(TranscodePlanned::frameRate)
                        .or(() -> published.flatMap(StreamPublished::frameRate))
                        .map(Rational::toDouble),
                playback(run, status),
                posters(video.poster().flatMap(PosterFacts::posters), thumbnails),
                thumbnails.flatMap(ThumbnailsPublished::storyboard).map(DocumentRendering::storyboard),
                thumbnails.flatMap(ThumbnailsPublished::preview).map(DocumentRendering::link),
                video.editedChapters()
                        .flatMap(DocumentRendering::chapters)
                        .or(() -> run.chapters().published().map(DocumentRendering::chapters)),
                published.map(StreamPublished::renditions).orElse(List.of()),
                deleted ? Optional.of(DELETED) : run.end().flatMap(VideoEnd::failure),
                createdAt(video),
                run.end().filter(end -> end.status() == VideoStatus.READY).map(VideoEnd::endedAt),
                run.transcode().planned().flatMap(TranscodePlanned::profile),
                run.transcode().loudness().map(TrackLoudness::loudness),
                published
                        .flatMap(StreamPublished::subtitles)
                        .map(subtitles -> subtitles.stream()
                                .map(DocumentRendering::subtitles)
                                .toList()),
                published
                        .flatMap(StreamPublished::downloads)
                        .map(files -> files.stream()
                                .map(file -> DownloadLink.to(file, link(file.object()), title(video)))
                                .toList()),
                video.poster().flatMap(PosterFacts::told));
    }

    /** The announcement's time; until that is read, the time inside the id, which is older by milliseconds only. */
    static Instant createdAt(ProjectedVideo video) {
        return video.announced().map(UploadInitialized::createdAt).orElseGet(() -> timeInside(video.videoId()));
    }

    private static Instant timeInside(VideoId videoId) {
        UUID id = videoId.value();
        return id.version() == TIME_ORDERED ? Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16) : Instant.EPOCH;
    }

    private static String title(ProjectedVideo video) {
        Optional<UploadFinalized> finalized = video.run().upload().finalized();
        return video.announced()
                .flatMap(UploadInitialized::title)
                .filter(title -> !title.isBlank())
                .or(() -> video.announced().map(UploadInitialized::filename))
                .or(() -> finalized.flatMap(UploadFinalized::title))
                .or(() -> finalized.map(UploadFinalized::filename))
                .filter(title -> !title.isBlank())
                .orElse("Untitled");
    }

    private static Optional<Integer> size(StreamPublished published, Function<StreamPublished, Integer> of) {
        return Optional.of(of.apply(published)).filter(pixels -> pixels > 0);
    }

    /** A failed video is not offered: its playlists would grow no further. */
    private static Optional<Playback> playback(Run run, VideoStatus status) {
        if (status != VideoStatus.PLAYABLE && status != VideoStatus.READY) {
            return Optional.empty();
        }
        return run.transcode()
                .published()
                .map(made -> new Playback(link(made.hls()), Optional.of(link(made.dash()))))
                .or(() ->
                        run.transcode().playable().map(growing -> new Playback(link(growing.hls()), Optional.empty())));
    }

    /** What the user has picked stands in place of the automatic ones. */
    private static List<PosterLink> posters(Optional<List<Picture>> chosen, Optional<ThumbnailsPublished> thumbnails) {
        return chosen.or(() -> thumbnails.map(ThumbnailsPublished::posters)).orElse(List.of()).stream()
                .map(poster -> new PosterLink(link(poster.object()), poster.width(), poster.height()))
                .toList();
    }

    private static StoryboardLink storyboard(Storyboard storyboard) {
        return new StoryboardLink(
                link(storyboard.vtt()),
                storyboard.sheets().stream().map(DocumentRendering::link).toList(),
                storyboard.tileWidth(),
                storyboard.tileHeight(),
                storyboard.intervalSeconds(),
                storyboard.json().map(DocumentRendering::link));
    }

    /** The user's own chapters; none when they were given up. */
    private static Optional<ChaptersLink> chapters(ChaptersEdited edited) {
        return edited.vtt().flatMap(vtt -> edited.items().map(items -> new ChaptersLink(link(vtt), MANUAL, items)));
    }

    private static SubtitleLink subtitles(SubtitleRendition subtitles) {
        return new SubtitleLink(link(subtitles.vtt()), subtitles.language(), subtitles.label());
    }

    private static ChaptersLink chapters(ChaptersPublished chapters) {
        return new ChaptersLink(link(chapters.vtt()), chapters.origin(), chapters.items());
    }

    private static String link(ObjectRef object) {
        return MEDIA + object.key();
    }
}
