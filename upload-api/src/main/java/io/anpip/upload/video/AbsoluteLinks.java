package io.anpip.upload.video;

import io.anpip.schemas.ChaptersLink;
import io.anpip.schemas.DownloadLink;
import io.anpip.schemas.Playback;
import io.anpip.schemas.PosterLink;
import io.anpip.schemas.StoryboardLink;
import io.anpip.schemas.SubtitleLink;
import io.anpip.schemas.VideoDocument;
import java.net.URI;

/**
 * Turns the paths in documents into addresses for clients. Stored documents hold paths only, because they outlive any
 * address.
 *
 * @param base address of this API or of a CDN in front of it, without a slash at its end
 */
public record AbsoluteLinks(String base) {

    /** Links below this address. */
    public static AbsoluteLinks below(URI address) {
        String text = address.toString();
        return new AbsoluteLinks(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /** The document with addresses. */
    public VideoDocument in(VideoDocument of) {
        return new VideoDocument(
                of.id(),
                of.title(),
                of.status(),
                of.progress(),
                of.generation(),
                of.sequence(),
                of.stages(),
                of.durationSeconds(),
                of.width(),
                of.height(),
                of.frameRate(),
                of.playback()
                        .map(playback -> new Playback(
                                absolute(playback.hls()), playback.dash().map(this::absolute))),
                of.posters().stream()
                        .map(poster -> new PosterLink(absolute(poster.url()), poster.width(), poster.height()))
                        .toList(),
                of.storyboard().map(this::absolute),
                of.preview().map(this::absolute),
                of.chapters().map(this::in),
                of.renditions(),
                of.failure(),
                of.createdAt(),
                of.readyAt(),
                of.profile(),
                of.loudness(),
                of.subtitles()
                        .map(subtitles -> subtitles.stream()
                                .map(subtitle -> new SubtitleLink(
                                        absolute(subtitle.url()), subtitle.language(), subtitle.label()))
                                .toList()),
                of.downloads()
                        .map(downloads -> downloads.stream()
                                .map(download -> new DownloadLink(
                                        download.kind(),
                                        absolute(download.url()),
                                        download.sizeBytes(),
                                        download.contentType()))
                                .toList()),
                of.chosenPoster());
    }

    /** The chapters with an address. */
    public ChaptersLink in(ChaptersLink of) {
        return new ChaptersLink(absolute(of.vtt()), of.origin(), of.items());
    }

    private StoryboardLink absolute(StoryboardLink storyboard) {
        return new StoryboardLink(
                absolute(storyboard.vtt()),
                storyboard.sheets().stream().map(this::absolute).toList(),
                storyboard.tileWidth(),
                storyboard.tileHeight(),
                storyboard.intervalSeconds(),
                storyboard.json().map(this::absolute));
    }

    private String absolute(String path) {
        return path.startsWith("/") ? base + path : path;
    }
}
