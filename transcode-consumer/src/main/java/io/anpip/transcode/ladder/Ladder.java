package io.anpip.transcode.ladder;

import io.anpip.schemas.Rational;
import io.anpip.schemas.VideoTrack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Plans the rungs of a video from the size of its picture as shown. */
public final class Ladder {

    /** A source this little above a step gets no rung of its own: it would look the same and cost a second encode. */
    private static final double SAME_SIZE = 1.025;

    private static final int SMALLEST_CAP_BPS = 64_000;

    /**
     * With a full buffer of a second in front, three seconds of this stay below 150 kbps: Apple's authoring specification wants one
     * variant of at most 192 kbps (9.21).
     */
    private static final int POOR_CONNECTION_BPS = 110_000;

    private Ladder() {}

    /**
     * The rungs of a video without sound: the smallest serves poor connections, which sound alone does elsewhere. A single size is left as
     * it is: there would be nothing better to change to.
     */
    public static List<Rung> forPictureAlone(List<Rung> rungs) {
        return rungs.size() < 2
                ? rungs
                : Stream.concat(
                                Stream.of(rungs.getFirst().cappedAt(POOR_CONNECTION_BPS)),
                                rungs.stream().skip(1))
                        .toList();
    }

    /**
     * The rungs of several ladders, smallest first, and at one size in the order of the ladders; empty where the picture is too small
     * for every codec.
     */
    public static List<Rung> plan(VideoTrack track, Rational frameRate, List<LadderSettings> ladders) {
        return ladders.stream()
                .flatMap(settings -> plan(track, frameRate, settings).stream())
                .filter(rung -> rung.shortSide() >= rung.codec().smallestSide())
                .sorted(Comparator.comparingInt(Rung::shortSide))
                .toList();
    }

    /**
     * The rungs, smallest first: every step that is not larger than the source, and one at the size of the source where that
     * falls between two steps or below the first.
     *
     * @param frameRate rate of the encoded video, which sets caps and levels
     */
    public static List<Rung> plan(VideoTrack track, Rational frameRate, LadderSettings settings) {
        Picture source = Picture.of(track, settings.maxLongSide());
        List<Rung> rungs = new ArrayList<>();
        int reached = 0;
        for (LadderStep step : settings.steps()) {
            if (step.shortSide() <= source.shortSide()
                    && source.scaledTo(step.shortSide()).longSide() <= settings.maxLongSide()) {
                rungs.add(rung(source.scaledTo(step.shortSide()), frameRate, settings));
                reached = step.shortSide();
            }
        }
        boolean belowTop = source.shortSide() < settings.steps().getLast().shortSide();
        if (rungs.isEmpty() || (belowTop && source.shortSide() > reached * SAME_SIZE)) {
            rungs.add(rung(source, frameRate, settings));
        }
        return List.copyOf(rungs);
    }

    private static Rung rung(Picture picture, Rational frameRate, LadderSettings settings) {
        boolean highRate = frameRate.numerator() > 30 * frameRate.denominator();
        double cap = cap(picture.shortSide(), settings.steps()) * (highRate ? settings.highFrameRateFactor() : 1);
        int maxBitrate = Math.max(SMALLEST_CAP_BPS, (int) Math.round(cap / 1000) * 1000);
        int bufferSize = (int) Math.round(maxBitrate * settings.bufferFactor());
        VideoCodec codec = settings.codec();
        return new Rung(
                codec.renditionName(picture.shortSide()),
                picture.width(),
                picture.height(),
                maxBitrate,
                bufferSize,
                codec.level(picture.width(), picture.height(), frameRate, maxBitrate, bufferSize),
                settings.encoder());
    }

    /** The cap of a step, or the straight line between the caps of its neighbours. */
    private static double cap(int shortSide, List<LadderStep> steps) {
        int smaller = 0;
        int smallerCap = 0;
        for (LadderStep step : steps) {
            if (shortSide <= step.shortSide()) {
                double part = (double) (shortSide - smaller) / (step.shortSide() - smaller);
                return smallerCap + part * (step.maxBitrateBps() - smallerCap);
            }
            smaller = step.shortSide();
            smallerCap = step.maxBitrateBps();
        }
        return smallerCap;
    }

    /** A picture as shown, with even sides. */
    private record Picture(int shortSide, int longSide, boolean portrait, double aspect) {

        static Picture of(VideoTrack track, int maxLongSide) {
            int width = Math.max(1, track.displayWidth());
            int height = Math.max(1, track.displayHeight());
            int shown = Math.min(width, height);
            double aspect = (double) Math.max(width, height) / shown;
            int fitting = (int) Math.min(shown, maxLongSide / aspect);
            return scaled(evenFloor(fitting), height > width, aspect, evenFloor(Math.min(shown * aspect, maxLongSide)));
        }

        Picture scaledTo(int newShortSide) {
            return scaled(newShortSide, portrait, aspect, Integer.MAX_VALUE);
        }

        int width() {
            return portrait ? shortSide : longSide;
        }

        int height() {
            return portrait ? longSide : shortSide;
        }

        private static Picture scaled(int shortSide, boolean portrait, double aspect, int longestAllowed) {
            // The nearest even number, the lower of two: 854x480 counts as 16:9, and so 426x240 belongs to it.
            int longSide = 2 * (int) Math.ceil(shortSide * aspect / 2 - 0.5);
            return new Picture(shortSide, Math.max(shortSide, Math.min(longSide, longestAllowed)), portrait, aspect);
        }

        /** Chroma is stored for blocks of two by two pixels, so a side is even, and two at least. */
        private static int evenFloor(double side) {
            return Math.max(2, (int) Math.floor(side / 2) * 2);
        }
    }
}
