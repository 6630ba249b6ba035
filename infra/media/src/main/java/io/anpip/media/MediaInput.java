package io.anpip.media;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An input that a user made, as FFmpeg and ffprobe may read it: through one protocol, with one demuxer.
 *
 * <p>Everybody who runs FFmpeg on what a user uploaded takes the arguments from here. The demuxer is forced and is the only
 * one allowed, for nested inputs too; a protocol whitelist alone does not stop a playlist from reading other files.
 * External references of QuickTime files ({@code dref}) stay off. Decoders refuse pictures that no memory would hold.
 */
public record MediaInput(String url, ContainerFormat format, List<String> protocols, long mostPixels) {

    /**
     * Pixels of a picture that FFmpeg refuses to decode, whatever the file said in its headers: 16384 x 16384. What is
     * accepted as a source may be less, never more.
     */
    public static final long MOST_PIXELS = 1L << 28;

    /** Streams that a demuxer makes room for. */
    private static final String MOST_STREAMS = "1000";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    public MediaInput {
        protocols = List.copyOf(protocols);
    }

    /** An input served by this process on the loopback interface: FFmpeg reaches no other host. */
    public static MediaInput http(URI url, ContainerFormat format) {
        if (!"http".equals(url.getScheme()) || url.getHost() == null || !LOOPBACK.contains(url.getHost())) {
            throw new IllegalArgumentException("FFmpeg reads from http on this machine only, not from " + url);
        }
        return new MediaInput(url.toString(), format, List.of("http", "tcp"), MOST_PIXELS);
    }

    /** A file whose name this process has chosen. */
    public static MediaInput file(Path file, ContainerFormat format) {
        return new MediaInput("file:" + file.toAbsolutePath(), format, List.of("file"), MOST_PIXELS);
    }

    /** The same input, of which no larger pictures are decoded. */
    public MediaInput withMostPixels(long pixels) {
        return new MediaInput(url, format, protocols, Math.min(pixels, MOST_PIXELS));
    }

    /** From {@code -protocol_whitelist} to {@code -i URL}; input options such as {@code -ss} go in front. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "-protocol_whitelist", String.join(",", protocols),
                "-format_whitelist", format.demuxer(),
                "-max_streams", MOST_STREAMS,
                "-max_pixels", Long.toString(mostPixels)));
        if (format == ContainerFormat.MP4) {
            arguments.addAll(List.of("-enable_drefs", "0"));
        }
        arguments.addAll(List.of("-f", format.demuxer(), "-i", url));
        return List.copyOf(arguments);
    }
}
