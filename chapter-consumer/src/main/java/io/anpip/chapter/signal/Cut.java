package io.anpip.chapter.signal;

/**
 * One shot gives way to another.
 *
 * @param atSeconds time of the first picture after it, or the middle of a dissolve
 * @param sceneScore how much the picture changed beyond what it changes by anyway, 0 to 100; from 50 on there is no doubt
 */
public record Cut(double atSeconds, double sceneScore) {}
