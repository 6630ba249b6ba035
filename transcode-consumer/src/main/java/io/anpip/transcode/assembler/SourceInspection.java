package io.anpip.transcode.assembler;

import io.anpip.media.ByteSource;
import io.anpip.media.ContainerCheck;
import io.anpip.media.ContainerFormat;
import io.anpip.media.MediaInput;
import io.anpip.media.Sniffed;
import io.anpip.objectstore.LoopbackSource;
import io.anpip.schemas.ObjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Looks into an uploaded file and decides whether it can become a video.
 *
 * <p>The kind of container is told from the first bytes and forced on FFmpeg; a playlist or a script is refused before FFmpeg sees it,
 * so nothing is opened that the file names. Then the boxes of an MP4 are looked at, and {@link SourceReading} reads it.
 */
@ApplicationScoped
public class SourceInspection {

    private final LoopbackSource loopback;
    private final SourceReading reading;

    public SourceInspection(LoopbackSource loopback, SourceReading reading) {
        this.loopback = loopback;
        this.reading = reading;
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
        Optional<String> complaint = format == ContainerFormat.MP4 ? incomplete(file) : Optional.empty();
        if (complaint.isPresent()) {
            return new SourceVerdict.Refused(complaint.get());
        }
        return reading.read(MediaInput.http(URI.create(file.url()), format));
    }

    private static Optional<String> incomplete(LoopbackSource.OpenFile file) {
        try {
            return ContainerCheck.ofMp4(new ByteSource() {
                        @Override
                        public long size() {
                            return file.sizeBytes();
                        }

                        @Override
                        public byte[] read(long offset, int length) {
                            return file.read(offset, length);
                        }
                    })
                    .complaint();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
