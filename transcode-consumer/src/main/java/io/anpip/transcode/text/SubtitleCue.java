package io.anpip.transcode.text;

/**
 * A text and the time it is shown.
 *
 * @param startMillis when it appears, milliseconds
 * @param endMillis when it goes, milliseconds; later than the start
 * @param payload cue text as WebVTT wants it: escaped, without empty lines
 */
public record SubtitleCue(long startMillis, long endMillis, String payload) {

    public SubtitleCue {
        if (endMillis <= startMillis || payload.isBlank() || payload.contains("-->")) {
            throw new IllegalArgumentException("no cue: " + startMillis + " to " + endMillis + ": " + payload);
        }
    }

    boolean isShownBetween(double startSeconds, double endSeconds) {
        return startMillis < endSeconds * 1000 && endMillis > startSeconds * 1000;
    }
}
