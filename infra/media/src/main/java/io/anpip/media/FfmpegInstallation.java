package io.anpip.media;

import io.anpip.media.FfmpegLookup.Found;
import io.anpip.media.FfmpegLookup.Missing;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * An FFmpeg and its ffprobe that were tried out and can do what the pipeline asks of them.
 *
 * <p>All workers must use the same build: the init segments that they make of one rendition are compared byte by byte.
 *
 * @param version as FFmpeg says it, such as {@code 8.0.1} or {@code 5.1.6-0+deb12u1}
 * @param encoders the encoders it has of those the pipeline can use, by FFmpeg's names; x264 and AAC are always among them
 */
public record FfmpegInstallation(Path ffmpeg, Path ffprobe, String version, Source source, Set<String> encoders) {

    public FfmpegInstallation {
        encoders = Set.copyOf(encoders);
    }

    /** How it was found. */
    public enum Source {
        /** In the directory that a setting names. */
        SETTING,
        /** On the PATH of this process. */
        PATH
    }

    /** Looks in the directory if one is given, and only there; otherwise on the PATH. Starts both programs a few times. */
    public static FfmpegLookup locate(Optional<Path> directory) {
        String advice =
                "Install FFmpeg 5.1 or newer with libx264 and zimg, and name its folder in anpip.ffmpeg.directory.";
        Optional<FfmpegSearch.Pair> pair = directory.isPresent()
                ? FfmpegSearch.in(directory.get())
                : FfmpegSearch.onPath(Optional.ofNullable(System.getenv("PATH")).orElse(""));
        if (pair.isEmpty()) {
            return new Missing(directory
                    .map(folder -> "There is no ffmpeg with an ffprobe beside it in " + folder + ". " + advice)
                    .orElse("There is no ffmpeg with an ffprobe beside it on the PATH. " + advice));
        }
        Source source = directory.isPresent() ? Source.SETTING : Source.PATH;
        return switch (FfmpegSearch.tryOut(pair.get())) {
            case FfmpegSearch.Usable(String version, Set<String> encoders) ->
                new Found(new FfmpegInstallation(pair.get().ffmpeg(), pair.get().ffprobe(), version, source, encoders));
            case FfmpegSearch.Unusable(String reason) -> new Missing(reason + " " + advice);
        };
    }
}
