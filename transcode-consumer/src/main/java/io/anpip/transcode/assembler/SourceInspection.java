package io.anpip.transcode.assembler;

import io.anpip.media.ByteSource;
import io.anpip.media.ContainerCheck;
import io.anpip.media.ContainerFormat;
import io.anpip.media.ContainerTables;
import io.anpip.media.MediaInput;
import io.anpip.media.Sniffed;
import io.anpip.objectstore.LoopbackSource;
import io.anpip.schemas.ObjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Looks into an uploaded file and decides whether it can become a video.
 *
 * <p>The kind of container is told from the first bytes and forced on FFmpeg; a playlist or a script is refused before FFmpeg sees it,
 * so nothing is opened that the file names. Then, from cheap to dear, the tables of the container are read, and {@link SourceReading} reads
 * headers and packets; each step is taken only when what the one before it told is within the limits.
 */
@ApplicationScoped
public class SourceInspection {

    private final LoopbackSource loopback;
    private final SourceReading reading;
    private final SourceLimits limits;

    public SourceInspection(LoopbackSource loopback, SourceReading reading, SourceLimits limits) {
        this.loopback = loopback;
        this.reading = reading;
        this.limits = limits;
    }

    /** Inspects the file that these objects, one after the other, are. */
    public SourceVerdict inspect(List<ObjectRef> objects) {
        try (LoopbackSource.OpenFile file = loopback.open(objects)) {
            byte[] head = file.read(0, ContainerFormat.SNIFF_LENGTH);
            return switch (ContainerFormat.sniff(head, file.sizeBytes())) {
                case Sniffed.Refused(String sentence) -> new SourceVerdict.Refused(sentence);
                case Sniffed.Recognised(ContainerFormat format) -> inspect(file, format);
            };
        }
    }

    private SourceVerdict inspect(LoopbackSource.OpenFile file, ContainerFormat format) {
        Optional<String> complaint = complaint(bytes(file), format);
        if (complaint.isPresent()) {
            return new SourceVerdict.Refused(complaint.get());
        }
        return reading.read(MediaInput.http(URI.create(file.url()), format).withMostPixels(limits.maxPixels()));
    }

    /** What a few small reads say against the file, before a demuxer sees it. */
    private Optional<String> complaint(ByteSource bytes, ContainerFormat format) {
        try {
            Optional<String> incomplete =
                    format == ContainerFormat.MP4 ? ContainerCheck.ofMp4(bytes).complaint() : Optional.empty();
            return incomplete.isPresent()
                    ? incomplete
                    : SourceRules.objection(ContainerTables.of(format, bytes), limits);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ByteSource bytes(LoopbackSource.OpenFile file) {
        return new ByteSource() {
            @Override
            public long size() {
                return file.sizeBytes();
            }

            @Override
            public byte[] read(long offset, int length) {
                return file.read(offset, length);
            }
        };
    }
}
