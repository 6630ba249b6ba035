package io.anpip.chaos.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the API has acknowledged, one line a video, on the disk before the client goes on: the promise that is checked in the end must
 * not depend on the memory of the harness.
 */
public final class Ledger implements Closeable {

    private final FileChannel file;
    private final List<String> videos = Collections.synchronizedList(new ArrayList<>());

    public Ledger(Path path) throws IOException {
        this.file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** Notes that a finalized upload was acknowledged. */
    public synchronized void acknowledged(String videoId) throws IOException {
        file.write(ByteBuffer.wrap(("{\"acknowledged\":\"" + videoId + "\"}\n").getBytes(StandardCharsets.UTF_8)));
        file.force(true);
        videos.add(videoId);
    }

    /** The videos that were promised. */
    public List<String> videos() {
        synchronized (videos) {
            return List.copyOf(videos);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
