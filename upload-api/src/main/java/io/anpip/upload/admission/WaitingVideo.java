package io.anpip.upload.admission;

import io.anpip.schemas.VideoId;

/**
 * A video whose work has not begun.
 *
 * @param costBytes what it is taken to cost: the bytes of its source, and not less than a floor
 */
public record WaitingVideo(VideoId id, long costBytes) {}
