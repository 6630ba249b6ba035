package io.anpip.transcode.cmaf;

/**
 * Where the key frame of one group of pictures stands in its segment, so that players can fetch it alone for fast seeking.
 *
 * @param offset first byte, of the group's moof box
 * @param length bytes from there to the end of the key frame
 * @param decodeTicks time of the key frame, in ticks of the track
 * @param durationTicks length of the group, in ticks of the track
 */
public record IFrameRange(long offset, long length, long decodeTicks, long durationTicks) {}
