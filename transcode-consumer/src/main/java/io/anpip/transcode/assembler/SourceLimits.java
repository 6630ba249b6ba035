package io.anpip.transcode.assembler;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How large a source may be; past a limit the video fails with a sentence that names the limit and the value. */
@ConfigMapping(prefix = "anpip.source")
public interface SourceLimits {

    /** Longest video. */
    @WithDefault("12h")
    Duration maxDuration();

    /** Most pixels of one picture: 8192 x 8192. At most 16384 x 16384, which is what FFmpeg is allowed. */
    @WithDefault("67108864")
    long maxPixels();

    /** Most pixels of the longer side of a picture. */
    @WithDefault("16384")
    int maxSide();

    /** Most pictures a second, as they are, not as the header claims. */
    @WithDefault("1000")
    int maxFrameRate();

    /** Most pixels a second of video, which is what decoding costs: 8192 x 8192 at 128 pictures a second. */
    @WithDefault("8589934592")
    long maxPixelsPerSecond();

    /** Most coded pictures of a video. */
    @WithDefault("3000000")
    int maxFrames();

    /**
     * Longest way from one key frame to the next. Every chunk is decoded from the key frame before it, so a video without
     * key frames costs the square of its length.
     */
    @WithDefault("1h")
    Duration maxKeyFrameGap();

    /** Most streams of any kind: pictures, sound, subtitles, data, attachments. At most 1000, which is what FFmpeg is allowed. */
    @WithDefault("250")
    int maxStreams();

    /** Most audio tracks that become renditions. */
    @WithDefault("16")
    int maxAudioTracks();

    /** Most chapters of the container. */
    @WithDefault("10000")
    int maxChapters();
}
