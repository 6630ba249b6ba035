package io.anpip.media;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the two programs and asks them what they can do. */
final class FfmpegSearch {

    static final List<String> ENCODERS = List.of("libx264", "aac");
    /** Without them a worker starts, and what needs one is refused when it comes. */
    static final List<String> FURTHER_ENCODERS = List.of("libx265", "libsvtav1");

    static final List<String> FILTERS = List.of("scdet", "blackdetect", "silencedetect", "tile", "zscale");

    private static final Duration BUDGET = Duration.ofSeconds(20);
    private static final int OUTPUT_LIMIT = 1 << 20;
    private static final Pattern VERSION = Pattern.compile("^ff(?:mpeg|probe) version (\\S+)");
    private static final Pattern RELEASE = Pattern.compile("^n?(\\d+)\\.(\\d+)");
    /** Builds from git have no release number; the library's counts on: FFmpeg 5.1 has libavcodec 59.37. */
    private static final Pattern LIBRARY = Pattern.compile("libavcodec +(\\d+)\\. *(\\d+)\\.");

    private FfmpegSearch() {}

    record Pair(Path ffmpeg, Path ffprobe) {}

    sealed interface Trial {}

    /**
     * @param encoders those of the wanted and further encoders that it has
     */
    record Usable(String version, Set<String> encoders) implements Trial {}

    record Unusable(String reason) implements Trial {}

    static Optional<Pair> in(Path directory) {
        String suffix = File.separatorChar == '\\' ? ".exe" : "";
        Pair pair = new Pair(
                directory.resolve("ffmpeg" + suffix).toAbsolutePath(),
                directory.resolve("ffprobe" + suffix).toAbsolutePath());
        return Files.isExecutable(pair.ffmpeg()) && Files.isExecutable(pair.ffprobe())
                ? Optional.of(pair)
                : Optional.empty();
    }

    static Optional<Pair> onPath(String path) {
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !entry.isBlank())
                .flatMap(entry -> in(Path.of(entry)).stream())
                .findFirst();
    }

    static Trial tryOut(Pair pair) {
        Optional<String> ffprobe = ask(pair.ffprobe(), "-version");
        if (ffprobe.isEmpty()) {
            return new Unusable(pair.ffprobe() + " does not start.");
        }
        Optional<String> banner = ask(pair.ffmpeg(), "-version");
        if (banner.isEmpty()) {
            return new Unusable(pair.ffmpeg() + " does not start.");
        }
        Optional<String> version = version(banner.get());
        if (version.isEmpty()) {
            return new Unusable(pair.ffmpeg() + " does not say its version: it is not FFmpeg.");
        }
        if (!isNewEnough(version.get(), banner.get())) {
            return new Unusable(pair.ffmpeg() + " is FFmpeg " + version.get() + ", which is too old.");
        }
        Set<String> missing = new TreeSet<>();
        String encoders = ask(pair.ffmpeg(), "-encoders").orElse("");
        missing.addAll(missing(ENCODERS, encoders, "the encoder "));
        missing.addAll(missing(FILTERS, ask(pair.ffmpeg(), "-filters").orElse(""), "the filter "));
        return missing.isEmpty()
                ? new Usable(version.get(), present(encoders))
                : new Unusable(
                        pair.ffmpeg() + " (FFmpeg " + version.get() + ") lacks " + String.join(", ", missing) + ".");
    }

    static Optional<String> version(String banner) {
        Matcher matcher = VERSION.matcher(banner);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static boolean isNewEnough(String version, String banner) {
        Matcher release = RELEASE.matcher(version);
        if (release.find()) {
            return isAtLeast(release, 5, 1);
        }
        Matcher library = LIBRARY.matcher(banner);
        return library.find() && isAtLeast(library, 59, 37);
    }

    /** The wanted names that are not the second word of a line, as in {@code " V....D libx264  ..."}. */
    static List<String> missing(List<String> wanted, String listing, String kind) {
        Set<String> present = names(listing);
        return wanted.stream()
                .filter(name -> !present.contains(name))
                .map(name -> kind + name)
                .toList();
    }

    private static Set<String> present(String encoders) {
        Set<String> present = names(encoders);
        return Stream.concat(ENCODERS.stream(), FURTHER_ENCODERS.stream())
                .filter(present::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> names(String listing) {
        return listing.lines()
                .map(line -> line.strip().split("\\s+", 3))
                .filter(words -> words.length > 1)
                .map(words -> words[1])
                .collect(Collectors.toSet());
    }

    private static boolean isAtLeast(Matcher numbers, int major, int minor) {
        int first = Integer.parseInt(numbers.group(1));
        return first > major || (first == major && Integer.parseInt(numbers.group(2)) >= minor);
    }

    private static Optional<String> ask(Path program, String question) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ToolProcess.ToolOutcome outcome = ToolProcess.run(
                List.of(program.toString(), "-hide_banner", question),
                BUDGET,
                stdout -> answer.writeBytes(stdout.readNBytes(OUTPUT_LIMIT)));
        return outcome instanceof ToolProcess.Ended(int exitCode, List<String> _) && exitCode == 0
                ? Optional.of(answer.toString(StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
