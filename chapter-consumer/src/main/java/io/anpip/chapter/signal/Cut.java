package io.anpip.chapter.signal;

/**
 * A sudden change of the picture.
 *
 * @param atSeconds time of the first picture after it
 * @param sceneScore FFmpeg's scene change score, 0 to 100
 */
public record Cut(double atSeconds, double sceneScore) {}
