package io.anpip.upload.lifecycle;

import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoStatus;
import io.anpip.upload.persistence.ProjectedUpload;
import io.anpip.upload.persistence.VideoReader;
import io.anpip.upload.video.VideoCursor;
import io.anpip.upload.video.VideoPage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads videos, one or a page of them. */
@ApplicationScoped
public class VideoLibrary {

    private final VideoReader videos;

    public VideoLibrary(VideoReader videos) {
        this.videos = videos;
    }

    /** The video with this id, if there is one. */
    public Uni<Optional<VideoDocument>> find(VideoId id) {
        return videos.find(id).map(found -> found.map(ProjectedUpload::document));
    }

    /** The newest videos, or those that follow a page. */
    public Uni<VideoPage> page(Optional<VideoCursor> after, Optional<VideoStatus> status, int limit) {
        // One more than asked for tells whether another page follows.
        return videos.page(after.map(VideoCursor::last), status, limit + 1).map(rows -> {
            List<ProjectedUpload> shown = rows.subList(0, Math.min(limit, rows.size()));
            Optional<VideoCursor> next = rows.size() > limit
                    ? Optional.of(new VideoCursor(shown.getLast().upload().id()))
                    : Optional.empty();
            return new VideoPage(shown.stream().map(ProjectedUpload::document).toList(), next);
        });
    }
}
