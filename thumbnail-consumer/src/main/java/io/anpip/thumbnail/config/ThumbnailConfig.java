package io.anpip.thumbnail.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many pictures are made, how large, and at what cost. */
@ConfigMapping(prefix = "anpip.thumbnails")
public interface ThumbnailConfig {

    /** Long side of the largest poster in pixels; the others have a half and a quarter of it. Never more than the source. */
    @WithDefault("1280")
    int posterSize();

    /** Seek-bar previews. */
    Storyboard storyboard();

    /** The animated preview. */
    Preview preview();

    /** What a run of FFmpeg may cost. */
    Decoding decoding();

    /** Seek-bar previews. */
    interface Storyboard {

        /** Long side of a tile in pixels. */
        @WithDefault("160")
        int tileSize();

        /** Most tiles of a video; longer videos have them further apart. */
        @WithDefault("200")
        int maxTiles();

        /** Shortest time between two tiles. */
        @WithDefault("1s")
        Duration shortestInterval();

        /** Most tiles in a row of a sheet. */
        @WithDefault("10")
        int columns();

        /** Most rows of a sheet. */
        @WithDefault("10")
        int rows();
    }

    /** The animated preview. */
    interface Preview {

        /** Long side in pixels. */
        @WithDefault("320")
        int size();

        /** Number of pictures, taken at equal distances. */
        @WithDefault("15")
        int frames();

        /** Pictures shown per second. */
        @WithDefault("5")
        int framesPerSecond();
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
