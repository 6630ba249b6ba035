package io.anpip.projector.webhook;

import io.anpip.schemas.ChaptersLink;
import io.anpip.schemas.DownloadLink;
import io.anpip.schemas.Playback;
import io.anpip.schemas.PosterLink;
import io.anpip.schemas.StoryboardLink;
import io.anpip.schemas.SubtitleLink;
import io.anpip.schemas.VideoDocument;
import java.net.URI;

/** Makes the links of a document absolute: who receives it by webhook did not ask the API and does not know its address. */
final class AbsoluteLinks {

    private final String address;

    private AbsoluteLinks(String address) {
        this.address = address;
    }

    static VideoDocument on(URI address, VideoDocument document) {
        String text = address.toString();
        return new AbsoluteLinks(text.endsWith("/") ? text.substring(0, text.length() - 1) : text).in(document);
    }

    private VideoDocument in(VideoDocument document) {
        return new VideoDocument(
                document.id(),
                document.title(),
                document.status(),
                document.progress(),
                document.generation(),
                document.sequence(),
                document.stages(),
                document.durationSeconds(),
                document.width(),
                document.height(),
                document.frameRate(),
                document.playback().map(this::in),
                document.posters().stream().map(this::in).toList(),
                document.storyboard().map(this::in),
                document.preview().map(this::absolute),
                document.chapters().map(this::in),
                document.renditions(),
                document.failure(),
                document.createdAt(),
                document.readyAt(),
                document.profile(),
                document.loudness(),
                document.subtitles()
                        .map(subtitles -> subtitles.stream().map(this::in).toList()),
                document.downloads()
                        .map(downloads -> downloads.stream().map(this::in).toList()),
                document.chosenPoster());
    }

    private Playback in(Playback playback) {
        return new Playback(absolute(playback.hls()), playback.dash().map(this::absolute));
    }

    private PosterLink in(PosterLink poster) {
        return new PosterLink(absolute(poster.url()), poster.width(), poster.height());
    }

    private StoryboardLink in(StoryboardLink storyboard) {
        return new StoryboardLink(
                absolute(storyboard.vtt()),
                storyboard.sheets().stream().map(this::absolute).toList(),
                storyboard.tileWidth(),
                storyboard.tileHeight(),
                storyboard.intervalSeconds(),
                storyboard.json().map(this::absolute));
    }

    private SubtitleLink in(SubtitleLink subtitle) {
        return new SubtitleLink(absolute(subtitle.url()), subtitle.language(), subtitle.label());
    }

    private DownloadLink in(DownloadLink download) {
        return new DownloadLink(
                download.kind(), absolute(download.url()), download.sizeBytes(), download.contentType());
    }

    private ChaptersLink in(ChaptersLink chapters) {
        return new ChaptersLink(absolute(chapters.vtt()), chapters.origin(), chapters.items());
    }

    private String absolute(String path) {
        return address + path;
    }
}
