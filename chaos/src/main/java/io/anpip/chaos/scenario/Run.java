package io.anpip.chaos.scenario;

import io.anpip.chaos.ledger.Client;
import io.anpip.chaos.ledger.Ledger;
import io.anpip.chaos.process.Pipeline;
import io.anpip.chaos.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What a scenario works with: a pipeline, a client and its ledger, clips; and where it says what it saw. */
public final class Run {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Pipeline pipeline;
    private final Client client;
    private final Ledger ledger;
    private final List<Path> clips;
    private final Duration patience;
    private final Consumer<String> say;
    private final List<String> unmet = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();

    Run(Pipeline pipeline, Client client, Ledger ledger, List<Path> clips, Duration patience, Consumer<String> say) {
        this.pipeline = pipeline;
        this.client = client;
        this.ledger = ledger;
        this.clips = clips;
        this.patience = patience;
        this.say = say;
    }

    public Pipeline pipeline() {
        return pipeline;
    }

    public Client client() {
        return client;
    }

    /** Uploads so many clips, one after the other, and answers their videos. */
    public List<String> upload(int count) throws IOException, InterruptedException {
        List<String> videos = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            videos.add(client.upload(shortClip(i)));
        }
        return videos;
    }

    /** A clip that is quickly made; another for another number, until they begin again. */
    public Path shortClip(int number) {
        return clips.get(number % (clips.size() - 1));
    }

    /** Something a client does. */
    @FunctionalInterface
    public interface Doing {
        void run() throws IOException, InterruptedException;
    }

    /** Has a client do something while something else goes on; that it fails is an unmet expectation. */
    public Thread meanwhile(Doing doing) {
        return Thread.ofVirtual().start(() -> {
            try {
                doing.run();
            } catch (IOException | IllegalStateException failed) {
                expect(false, "uploads go on under the fault: " + failed.getMessage());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Uploads so many clips while something else goes on. */
    public Thread uploadMeanwhile(int count) {
        return uploadMeanwhile(count, Duration.ZERO);
    }

    /** The same with so much time from one to the next, or more when an upload takes longer. */
    public Thread uploadMeanwhile(int count, Duration pace) {
        long begun = System.nanoTime();
        return meanwhile(() -> {
            for (int number = 0; number < count; number++) {
                client.upload(shortClip(number));
                Thread.sleep(Duration.ofNanos(Math.max(0, begun + (number + 1) * pace.toNanos() - System.nanoTime())));
            }
        });
    }

    /** Notes an expectation that is not met. */
    public synchronized void expect(boolean met, String expectation) {
        if (!met) {
            unmet.add(expectation);
        }
    }

    /** Notes something measured. */
    public synchronized void measured(String what) {
        numbers.add(what);
        say.accept(what);
    }

    public void say(String line) {
        say.accept(line);
    }

    /** Waits for something; false when it did not come about in time. */
    public boolean await(Duration limit, BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(POLL);
        }
        return true;
    }

    /** Uploads the clip that keeps an encoder busy for some seconds. */
    public String uploadLong() throws IOException, InterruptedException {
        return client.upload(clips.getLast());
    }

    /** Waits until a worker has FFmpeg at work. */
    public Optional<ServiceProcess> awaitBusyWorker() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Optional<ServiceProcess> busy = pipeline.busyWorker();
        while (busy.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(POLL);
            busy = pipeline.busyWorker();
        }
        return busy;
    }

    /** Waits until one of the encodes that a worker had runs in another. */
    public boolean awaitElsewhere(ServiceProcess from, Set<List<String>> encodes, Duration limit)
            throws InterruptedException {
        return await(
                limit,
                () -> pipeline.workers().stream()
                        .filter(worker -> worker != from)
                        .anyMatch(worker -> !Collections.disjoint(worker.encodes(), encodes)));
    }

    /** Waits until all that was promised has ended; what has not is an unmet expectation. */
    public void awaitEnds(Duration longest) throws IOException, InterruptedException {
        Duration limit = longest.compareTo(patience) < 0 ? longest : patience;
        List<String> open = client.awaitEnds(limit);
        expect(open.isEmpty(), "all videos come to an end within " + limit.toSeconds() + " s; open are " + open);
    }

    /** Notes it as an unmet expectation when a promised video is anything but READY. */
    public void expectAllReady() throws IOException, InterruptedException {
        Map<String, Integer> statuses = statuses();
        expect(Set.of("READY").containsAll(statuses.keySet()), "all videos are READY; they are " + statuses);
    }

    /** How many of the promised videos are at each status. */
    public Map<String, Integer> statuses() throws IOException, InterruptedException {
        Map<String, Integer> statuses = new TreeMap<>();
        for (String video : ledger.videos()) {
            statuses.merge(
                    client.look(video).map(seen -> seen.path("status").asText()).orElse("no answer"), 1, Integer::sum);
        }
        return statuses;
    }

    /** Whether a video is READY now. */
    public boolean isReady(String video) {
        try {
            return client.look(video)
                    .filter(seen -> seen.path("status").asText().equals("READY"))
                    .isPresent();
        } catch (IOException unreadable) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The dead letters nobody has dealt with. */
    public List<DeadLetterDesk.Letter> deadLetters() throws IOException, InterruptedException {
        return DeadLetterDesk.of(pipeline).list();
    }

    /** Sends the dead letters of a video on their way again. */
    public void redrive(String video) throws IOException, InterruptedException {
        for (DeadLetterDesk.Letter letter : deadLetters()) {
            if (letter.key().startsWith(video)) {
                DeadLetterDesk.of(pipeline).redrive(letter);
            }
        }
    }

    /** How many videos were promised until now. */
    public int promisedVideos() {
        return ledger.videos().size();
    }

    synchronized List<String> unmet() {
        return List.copyOf(unmet);
    }

    synchronized List<String> numbers() {
        return List.copyOf(numbers);
    }
}
