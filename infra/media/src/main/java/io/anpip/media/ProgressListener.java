package io.anpip.media;

import java.time.Duration;

/** Hears how far an FFmpeg run has come, about twice a second, on a thread of the run. */
@FunctionalInterface
public interface ProgressListener {

    void onProgress(Progress progress);

    /**
     * One report. What FFmpeg does not know yet is zero.
     *
     * @param frames video frames written
     * @param outTime time stamp reached in the output
     * @param outputBytes bytes written
     * @param speed 2.0 is twice as fast as playback
     */
    record Progress(long frames, Duration outTime, long outputBytes, double speed) {}

    static ProgressListener ignoring() {
        return _ -> {};
    }
}
