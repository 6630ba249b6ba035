package io.anpip.transcode;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

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

    /** Length of the first chunk; short, so that playback can start soon. Rounded to whole segments of 6 s. */
    @WithDefault("12s")
    Duration firstChunk();

    /** Length of every other chunk. Rounded to whole segments of 6 s. */
    @WithDefault("30s")
    Duration chunk();

    /** x264 preset. */
    @WithDefault("veryfast")
    String preset();

    /** x264 constant rate factor, under the caps of the ladder. */
    @WithDefault("23")
    int constantRateFactor();

    /** Threads of every encoder; part of the plan, because the output depends on it. */
    @WithDefault("2")
    int encoderThreads();

    /** Bit rate of a stereo audio rendition, bits per second. */
    @WithDefault("128000")
    int audioBitrateBps();

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
}
