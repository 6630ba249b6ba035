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

    /** Most pixels of one picture: 8192 x 8192. */
    @WithDefault("67108864")
    long maxPixels();

    /** Most coded pictures of a video. */
    @WithDefault("3000000")
    int maxFrames();

    /** Most audio tracks that become renditions. */
    @WithDefault("16")
    int maxAudioTracks();
}
