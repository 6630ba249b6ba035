package io.anpip.chapter.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What automatic chapters may be, and what finding them may cost. */
@ConfigMapping(prefix = "anpip.chapters")
public interface ChapterConfig {

    /** Most automatic chapters of a video. */
    @WithDefault("20")
    int maxCount();

    /** Most chapters taken from a file that carries its own. */
    @WithDefault("500")
    int maxFromContainer();

    /** The shortest a chapter may be in any video; a tenth of the video's length where that is more. */
    @WithDefault("4s")
    Duration shortest();

    /** The most that is asked of a chapter's length because the video is long. */
    @WithDefault("60s")
    Duration longestMinimum();

    /** Boundaries with less evidence, from 0 to 1, are left out. */
    @WithDefault("0.2")
    double minScore();

    /** What counts as a signal. */
    Signals signals();

    /** What a run of FFmpeg may cost. */
    Decoding decoding();

    /** What counts as a signal. */
    interface Signals {

        /** Small pictures taken of each second of a video. */
        @WithDefault("10")
        double picturesPerSecond();

        /** Small pictures taken of a whole video at most; of a long one they are taken more slowly. */
        @WithDefault("36000")
        int mostPictures();

        /** Where key pictures are at least this far apart, they are decoded first, and the others only where needed. */
        @WithDefault("1s")
        Duration keyPicturesApart();

        /** Shortest time the picture is black, or white. */
        @WithDefault("100ms")
        Duration blackAtLeast();

        /** Loudness below which it is silent, in dB of full scale. */
        @WithDefault("-45")
        int silenceBelowDb();

        /** Shortest silence that supports a cut. */
        @WithDefault("400ms")
        Duration silenceAtLeast();

        /** Shortest silence that separates two chapters by itself, in files without a picture. */
        @WithDefault("1500ms")
        Duration pauseAtLeast();
    }

    /** What a run of FFmpeg may cost. */
    interface Decoding {

        /** Threads of a decoder. */
        @WithDefault("2")
        int threads();

        /** Longest time without progress before a run is ended. */
        @WithDefault("2m")
        Duration stallLimit();

        /** Longest time of a run, beside twice the video's own length. */
        @WithDefault("5m")
        Duration baseLimit();
    }
}
