package io.anpip.cli.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.LongConsumer;

/** Reads one chunk of a file, as often as needed, a small buffer at a time. */
final class ChunkSource {
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final FileChunk chunk;

    ChunkSource(Path file, FileChunk chunk) {
        this.file = file;
        this.chunk = chunk;
    }

    /** The SHA-256 of the chunk in base 64, as S3 wants it. */
    String sha256() throws IOException {
        try (InputStream bytes = open(_ -> {})) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256", absent);
        }
    }

    /** The chunk as a request body of known length; the consumer is told of every few bytes that are taken. */
    BodyPublisher body(LongConsumer taken) {
        if (chunk.sizeBytes() == 0) {
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> {
            try {
                return open(taken);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        return BodyPublishers.fromPublisher(stream, chunk.sizeBytes());
    }

    private InputStream open(LongConsumer taken) throws IOException {
        FileChannel channel = FileChannel.open(file);
        channel.position(chunk.offset());
        return new Range(Channels.newInputStream(channel), chunk.sizeBytes(), taken);
    }

    /** The first bytes of a stream. */
    private static final class Range extends InputStream {
        private final InputStream bytes;
        private final LongConsumer taken;
        private long left;

        Range(InputStream bytes, long size, LongConsumer taken) {
            this.bytes = bytes;
            this.left = size;
            this.taken = taken;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = bytes.read(target, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new IOException("The file became shorter");
            }
            left -= read;
            taken.accept(read);
            return read;
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
