package io.anpip.cli.ffmpeg;

import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.NoFfmpeg;
import io.anpip.localstack.bundle.BundledFfmpeg;
import io.anpip.media.FfmpegInstallation;
import io.anpip.media.FfmpegLookup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The FFmpeg that was chosen.
 *
 * @param directory has ffmpeg and ffprobe in it
 * @param origin how it was found, for people
 */
public record FfmpegChoice(Path directory, String version, String origin) {

    /** The one a setting names, else one on the PATH that will do, else the bundled one, unpacked into the cache if need be. */
    public static FfmpegChoice choose(Optional<Path> setting, Path cache) {
        Optional<Path> wanted = setting.map(Path::toAbsolutePath);
        return switch (FfmpegInstallation.locate(wanted)) {
            case FfmpegLookup.Found(FfmpegInstallation found) ->
                of(found, wanted.isPresent() ? "ANPIP_FFMPEG_DIRECTORY" : "on the PATH");
            case FfmpegLookup.Missing(String sentence) -> {
                if (wanted.isPresent()) {
                    throw new CommandFailed(new NoFfmpeg(inOurWords(sentence)));
                }
                yield bundled(cache);
            }
        };
    }

    private static FfmpegChoice bundled(Path cache) {
        try {
            return switch (FfmpegInstallation.locate(Optional.of(BundledFfmpeg.unpack(cache)))) {
                case FfmpegLookup.Found(FfmpegInstallation found) -> of(found, "bundled");
                case FfmpegLookup.Missing(String sentence) -> throw new CommandFailed(new NoFfmpeg(sentence));
            };
        } catch (IOException notUnpacked) {
            throw new CommandFailed(
                    new NoFfmpeg("the bundled one could not be unpacked into " + cache + " (" + notUnpacked.getMessage()
                            + ")."),
                    notUnpacked);
        }
    }

    private static FfmpegChoice of(FfmpegInstallation found, String origin) {
        Path folder = Optional.ofNullable(found.ffmpeg().getParent()).orElseGet(() -> Path.of("."));
        return new FfmpegChoice(folder, found.version(), origin);
    }

    /** The services' name of the setting becomes the launcher's. */
    private static String inOurWords(String sentence) {
        return sentence.replace("anpip.ffmpeg.directory", "ANPIP_FFMPEG_DIRECTORY");
    }

    /** The program. */
    public Path ffmpeg() {
        return directory.resolve("ffmpeg");
    }
}
