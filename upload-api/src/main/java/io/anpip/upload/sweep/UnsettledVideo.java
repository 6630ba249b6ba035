package io.anpip.upload.sweep;

import io.anpip.schemas.VideoId;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * A video whose latest generation has not ended, as the database sees it at one moment.
 *
 * @param generation the latest that was asked for
 * @param reissues how often the sweeper has begun it again since its user asked
 * @param sizeBytes of the source
 * @param durationSeconds of the media, once the source was looked into
 * @param silence how long nothing was heard of this generation
 */
public record UnsettledVideo(
        VideoId id, int generation, int reissues, long sizeBytes, OptionalDouble durationSeconds, Duration silence) {}
