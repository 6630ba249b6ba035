package io.anpip.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.schemas.EventCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The documents of one video as it changes: live events, and a look at the document itself when none come for a while.
 *
 * <p>So neither a stream that breaks nor one that hangs keeps a reader from the end of the story.
 */
public final class VideoFeed implements AutoCloseable {
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final ApiClient api;
    private final String videoId;
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final Thread reader;
    private volatile boolean closed;

    private VideoFeed(ApiClient api, String videoId) {
        this.api = api;
        this.videoId = videoId;
        this.reader = Thread.ofVirtual().name("video-events").unstarted(this::receive);
    }

    /** Begins to listen. */
    public static VideoFeed open(ApiClient api, String videoId) {
        VideoFeed feed = new VideoFeed(api, videoId);
        feed.reader.start();
        return feed;
    }

    /** The next document there is; may equal the one before. Empty when none came in a few seconds. */
    public Optional<JsonNode> next() {
        try {
            Optional<JsonNode> event = Optional.ofNullable(received.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS));
            return event.isPresent() ? event : api.videoPatiently(videoId);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void receive() {
        Optional<String> lastId = Optional.empty();
        while (!closed) {
            try (EventStream events = api.events(videoId, lastId)) {
                for (Optional<String> data = events.next(); data.isPresent(); data = events.next()) {
                    lastId = events.lastEventId();
                    JsonNode document = EventCodec.mapper().readTree(data.get());
                    if (document.hasNonNull("status")) {
                        received.add(document);
                    }
                }
                Thread.sleep(RECONNECT);
            } catch (IOException | CommandFailed brokenOrAway) {
                pause();
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RECONNECT);
        } catch (InterruptedException ended) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
    }
}
