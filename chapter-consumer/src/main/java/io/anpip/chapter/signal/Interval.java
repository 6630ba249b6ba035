package io.anpip.chapter.signal;

/** A stretch of time in which something holds, such as silence. */
public record Interval(double startSeconds, double endSeconds) {

    /** How long it is. */
    public double lengthSeconds() {
        return endSeconds - startSeconds;
    }

    /** Whether it holds at a time, or closer to it than the tolerance. */
    public boolean isAround(double seconds, double tolerance) {
        return seconds >= startSeconds - tolerance && seconds <= endSeconds + tolerance;
    }
}
