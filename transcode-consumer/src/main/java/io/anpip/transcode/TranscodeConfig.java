package io.anpip.transcode;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator can set about transcoding. */
@ConfigMapping(prefix = "anpip.transcode")
public interface TranscodeConfig {

    /** Which roles this process has; a role that is off does not subscribe to its topic. */
    Roles roles();

    /** The four roles. */
    interface Roles {

        /** Verifies, combines and probes sources. */
        @WithDefault("true")
        boolean assembler();

        /** Plans ladders and chunks. */
        @WithDefault("true")
        boolean planner();

        /** Runs FFmpeg. */
        @WithDefault("true")
        boolean encoder();

        /** Publishes HLS and DASH. */
        @WithDefault("true")
        boolean packager();
    }

    /** Length of the first chunk; short, so that playback can start soon. Rounded to whole segments. */
    @WithDefault("12s")
    Duration firstChunk();

    /** Length of every other chunk. Rounded to whole segments. */
    @WithDefault("30s")
    Duration chunk();

    /** A YAML file of encoding profiles, added to the built-in ones or put in their place by name. */
    Optional<Path> profilesFile();

    /** Whether the pictures of a video are looked at before its ladder is decided. */
    LadderByContent ladderByContent();

    /** How ladders follow the content; what is left out is a matter of the profile. */
    interface LadderByContent {

        /** Off: every video gets the whole ladder of its profile. */
        @WithDefault("true")
        boolean enabled();

        /** Pictures looked at before a rung is left out. */
        @WithDefault("8")
        int pictures();

        /** Longest time the look may take; after it the video gets the whole ladder. */
        @WithDefault("5s")
        Duration budget();
    }

    /** Bit rate of a stereo audio rendition, bits per second. */
    @WithDefault("128000")
    int audioBitrateBps();

    /** Bit rate of a 5.1 audio rendition, bits per second; 0: surround sound is offered in stereo alone. */
    @WithDefault("320000")
    int surroundBitrateBps();

    /** Bit rates of the renditions of a source without a picture beside the stereo rate, bits per second. */
    @WithDefault("64000,128000,160000")
    List<Integer> audioLadderBps();

    /** What sound is brought to. */
    LoudnessSettings loudness();

    /** Loudness by EBU R 128. */
    interface LoudnessSettings {

        /** Integrated loudness all sound is brought to, LUFS, such as -23 or -16; without it sound stays as loud as it is. */
        Optional<Double> target();

        /** True peak that the gain does not push sound beyond, dBTP. */
        @WithDefault("-1.5")
        double ceiling();
    }

    /** Chunks encoded at once in this process; FFmpeg uses several threads for each. */
    @WithDefault("1")
    int chunksAtOnce();

    /** FFmpeg is stopped when it shows no progress for this long. */
    @WithDefault("30s")
    Duration stallBudget();

    /** FFmpeg may take this long for any task, and {@link #wallFactor()} times the length of what it encodes more. */
    @WithDefault("5m")
    Duration wallBase();

    /** See {@link #wallBase()}. */
    @WithDefault("60")
    int wallFactor();

    /**
     * Share of a damaged source, of its pictures and of each sound track, that has to be more than decodable. What is missing is
     * filled with the last good picture, or with silence; with less the video fails.
     */
    @WithDefault("0.95")
    double decodableShare();

    /** How often a task is tried whose failure the video may have caused. */
    @WithDefault("2")
    int suspectAttempts();

    /** Objects moved at once between scratch and store, or inside the store; as many segments are in memory. */
    @WithDefault("8")
    int transfersAtOnce();

    /** Shortest time between two reports of an encoder's progress. */
    @WithDefault("1s")
    Duration progressInterval();

    /** Whether tracks of a source that conform are taken over as they are, as the top rendition and as its sound. */
    @WithDefault("true")
    boolean passThrough();

    /** Files to save. */
    Downloads downloads();

    /** The files to save that every video gets. */
    interface Downloads {

        /** Picture and sound as one MP4 file. */
        @WithDefault("false")
        boolean video();

        /** The sound alone as an M4A file. */
        @WithDefault("false")
        boolean audio();

        /** The largest rendition that becomes a file, by its short side in pixels. */
        @WithDefault("1080")
        int largestShortSide();

        /** A file that would be larger is not made, and the video does without it. 5 GiB is the most one PUT takes on S3. */
        @WithDefault("5368709120")
        long maxSizeBytes();
    }

    /** The longest FFmpeg may take for a task over so many seconds of the video. */
    default Duration wallBudget(double seconds) {
        return wallBase().plusMillis((long) (seconds * 1000 * wallFactor()));
    }
}
