package io.anpip.cli.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.anpip.localstack.process.OwnerOnlyFile;
import io.anpip.schemas.EventCodec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line remembers of a stack: the services' ports and which FFmpeg they use. The servers remember theirs.
 *
 * @param ports by service
 * @param ffmpegDirectory the folder with ffmpeg and ffprobe
 */
public record StackRecord(int apiPort, Map<String, Integer> ports, String ffmpegDirectory) {
    private static final ObjectMapper JSON = EventCodec.mapper();

    public StackRecord {
        ports = Map.copyOf(ports);
    }

    /** The base address of the API. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + apiPort);
    }

    /** The base address of a service; empty for one that did not exist when the stack was last started. */
    public Optional<URI> address(String service) {
        return Optional.ofNullable(ports.get(service)).map(port -> URI.create("http://127.0.0.1:" + port));
    }

    /** What was remembered; empty if nothing can be read. */
    public static Optional<StackRecord> read(DataDirectory data) {
        try {
            return Files.exists(data.stackFile())
                    ? Optional.of(JSON.readValue(Files.readAllBytes(data.stackFile()), StackRecord.class))
                    : Optional.empty();
        } catch (IOException cutShort) {
            return Optional.empty();
        }
    }

    /** Remembers this instead of what was there. */
    public void write(DataDirectory data) throws IOException {
        OwnerOnlyFile.write(
                data.stackFile(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }
}
