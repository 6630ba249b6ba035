package io.anpip.projector.rebuild;

import io.anpip.projector.projection.ProjectedVideo;
import io.anpip.schemas.VideoDocument;

/** How a live row stands to the one made anew from the log. */
enum Standing {
    /** It says the same, though perhaps written by an earlier version. */
    EQUAL,
    /** It knows less, and nothing else. */
    BEHIND,
    /** It says something the log does not, or shows something else than it knows. */
    DIFFERENT;

    /** Pure. @param unseen whether clients have seen a later sequence than the live row's */
    static Standing of(ProjectedVideo live, VideoDocument shown, ProjectedVideo rebuilt, boolean unseen) {
        if (!live.document(shown.sequence()).equals(shown) || !live.knowsNoMoreThan(rebuilt)) {
            return DIFFERENT;
        }
        return live.equals(rebuilt) && !unseen ? EQUAL : BEHIND;
    }
}
