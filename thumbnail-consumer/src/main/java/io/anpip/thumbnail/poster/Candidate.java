package io.anpip.thumbnail.poster;

import io.anpip.thumbnail.frame.Look;
import java.time.Duration;

/** A frame that might become the poster: the first one at or after a time. */
public record Candidate(Duration time, Look look) {}
