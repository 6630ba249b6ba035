package io.anpip.transcode.cmaf;

/**
 * One sample of a track as found in a file.
 *
 * @param offset its first byte in the file
 * @param size its bytes
 * @param decodeTicks when it is decoded, in ticks of the file
 * @param compositionOffset what its presentation is later than that; may be negative
 * @param sync whether decoding can start with it
 */
record Sample(long offset, int size, long decodeTicks, int compositionOffset, boolean sync) {

    long presentationTicks() {
        return decodeTicks + compositionOffset;
    }
}
