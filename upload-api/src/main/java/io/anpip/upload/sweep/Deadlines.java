package io.anpip.upload.sweep;

import java.time.Duration;
import java.util.List;

/**
 * How long a video may be silent before its work counts as lost.
 *
 * <p>The deadline is a base and so many times the length of all media in work: work is done in the order it came, so a video waits for
 * others as well as for its own encoding. A video that makes progress is never late, however long it takes, because only silence counts.
 * The base covers what tells nothing while it runs: probing, sound, pictures, chapters.
 *
 * @param base what every video may take
 * @param factor of the length of the media
 * @param assumedBytesPerSecond of a source nobody has looked into yet
 * @param reissues how often work is begun again
 */
public record Deadlines(Duration base, double factor, long assumedBytesPerSecond, int reissues) {

    public Deadlines {
        if (base.isNegative() || factor < 0 || assumedBytesPerSecond <= 0 || reissues < 0) {
            throw new IllegalArgumentException("Deadlines need a base, a factor and a number of reissues of at least 0,"
                    + " and assumed bytes per second above it");
        }
    }

    /** The media of all these videos together, seconds. */
    public double mediaSeconds(List<UnsettledVideo> inWork) {
        return inWork.stream().mapToDouble(this::mediaSeconds).sum();
    }

    /** What is to become of a video while so much media is in work. */
    public Verdict verdict(UnsettledVideo video, double mediaSecondsInWork) {
        Duration allowed = base.plusMillis((long) (factor * mediaSecondsInWork * 1000));
        Duration left = allowed.minus(video.silence());
        if (!left.isNegative()) {
            return new Verdict.Wait(left);
        }
        return video.reissues() < reissues ? new Verdict.Reissue() : new Verdict.GiveUp(video.reissues());
    }

    private double mediaSeconds(UnsettledVideo video) {
        return video.durationSeconds().orElse((double) video.sizeBytes() / assumedBytesPerSecond);
    }
}
