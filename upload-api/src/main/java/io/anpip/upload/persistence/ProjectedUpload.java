package io.anpip.upload.persistence;

import io.anpip.schemas.VideoDocument;
import io.anpip.upload.session.Upload;
import io.anpip.upload.video.CurrentDocument;
import java.util.Optional;

/**
 * An upload and what the projector has written about its video, as of one moment.
 *
 * @param projection empty while the projector has not come to it
 */
public record ProjectedUpload(Upload upload, Optional<VideoDocument> projection) {

    /** The document to show. */
    public VideoDocument document() {
        return CurrentDocument.of(upload, projection);
    }

    /** The same projection beside a later reading of the upload. */
    public ProjectedUpload withUpload(Upload later) {
        return new ProjectedUpload(later, projection);
    }
}
