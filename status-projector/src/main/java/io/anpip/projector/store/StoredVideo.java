package io.anpip.projector.store;

import io.anpip.projector.projection.ProjectedVideo;

/**
 * A video as its row has it.
 *
 * @param sequence of the document that was last shown, 0 before the first
 */
record StoredVideo(ProjectedVideo state, long sequence) {

    boolean shown() {
        return sequence > 0;
    }
}
