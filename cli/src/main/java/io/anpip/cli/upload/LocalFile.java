package io.anpip.cli.upload;

import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.FileUnreadable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * A file to upload, as it was when the upload began.
 *
 * @param path absolute, without links
 * @param modifiedMillis when it was last written
 */
public record LocalFile(Path path, long sizeBytes, long modifiedMillis) {
    private static final String UNKNOWN_TYPE = "application/octet-stream";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("mp4", "video/mp4"),
            Map.entry("m4v", "video/mp4"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("mkv", "video/x-matroska"),
            Map.entry("webm", "video/webm"),
            Map.entry("avi", "video/x-msvideo"),
            Map.entry("ts", "video/mp2t"),
            Map.entry("mts", "video/mp2t"),
            Map.entry("mpg", "video/mpeg"),
            Map.entry("mpeg", "video/mpeg"),
            Map.entry("3gp", "video/3gpp"),
            Map.entry("ogv", "video/ogg"),
            Map.entry("wmv", "video/x-ms-wmv"),
            Map.entry("flv", "video/x-flv"));

    /** Looks at the file. */
    public static LocalFile at(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new CommandFailed(new FileUnreadable(file, "it is a directory"));
            }
            if (Files.exists(file) && !Files.isReadable(file)) {
                throw new CommandFailed(new FileUnreadable(file, "no permission"));
            }
            return new LocalFile(
                    file.toRealPath(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toMillis());
        } catch (NoSuchFileException absent) {
            throw new CommandFailed(new FileUnreadable(file, "there is no such file"), absent);
        } catch (IOException unreadable) {
            throw new CommandFailed(new FileUnreadable(file, String.valueOf(unreadable.getMessage())), unreadable);
        }
    }

    /** Its name without folders. */
    public String name() {
        return path.getFileName().toString();
    }

    /** What it claims to be by the end of its name. */
    public String contentType() {
        int dot = name().lastIndexOf('.');
        String ending = dot < 0 ? "" : name().substring(dot + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, UNKNOWN_TYPE);
    }

    /** Names an upload of this file, as it is now, to this API: the same again means the same upload. */
    public String fingerprint(URI api) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String text = String.join("\0", api.toString(), path.toString(), sizeBytes + "", modifiedMillis + "");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256", absent);
        }
    }
}
