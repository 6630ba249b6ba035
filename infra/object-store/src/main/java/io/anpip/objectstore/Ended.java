package io.anpip.objectstore;

import io.anpip.schemas.VideoEvent;

/** How a piece of work ended for good, and whether this attempt was the one that ended it. */
public sealed interface Ended {

    /** What is to be published: the same for every attempt. */
    VideoEvent event();

    /** This attempt was first; its objects stand. */
    record Ours(VideoEvent event) implements Ended {}

    /** Another attempt was first; its objects stand, and this attempt's own are to be removed. */
    record Theirs(VideoEvent event) implements Ended {}
}
