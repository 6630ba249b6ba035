package io.anpip.projector.projection;

import io.anpip.projector.SampleEvents;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Makes up the lives of videos as the services tell them, and deliveries of them as a broker may bring them. */
final class Histories {

    private final Random random;

    Histories(long seed) {
        this.random = new Random(seed);
    }

    /** A life in the order it was lived. */
    List<VideoEvent> life() {
        SampleEvents video = new SampleEvents(new VideoId(new UUID(random.nextLong(), random.nextLong())), 1);
        List<VideoEvent> events = new ArrayList<>();
        events.add(video.initialized(maybe() ? Optional.of("Holiday") : Optional.empty()));
        int stored = random.nextInt(4);
        for (int chunk = 1; chunk <= stored; chunk++) {
            events.add(video.chunkStored(chunk));
        }
        if (stored < 3) {
            if (maybe()) {
                events.add(video.aborted());
            }
        } else {
            events.add(video.finalized());
            int generations = 1 + random.nextInt(3);
            for (int generation = 1; generation <= generations; generation++) {
                if (generation > 1) {
                    events.add(video.generation(generation).reprocess());
                }
                events.addAll(processing(video.generation(generation)));
                if (maybe()) {
                    events.addAll(edits(video.generation(generation)));
                    events.addAll(posters(video.generation(generation)));
                }
            }
        }
        if (random.nextInt(6) == 0) {
            events.add(video.deleted());
        }
        return events;
    }

    /** What a user says of the chapters while a generation is the latest; revisions are counted over all of them. */
    private List<VideoEvent> edits(SampleEvents video) {
        int first = 3 * video.generation();
        return maybe()
                ? List.of(video.chaptersEdited(first))
                : List.of(
                        video.chaptersEdited(first),
                        maybe() ? video.chaptersGivenUp(first + 1) : video.chaptersEdited(first + 1));
    }

    /** What a user asks for as poster while a generation is the newest; revisions count over all of them. */
    private List<VideoEvent> posters(SampleEvents video) {
        int first = 3 * video.generation();
        List<VideoEvent> events = new ArrayList<>(List.of(video.posterRequested(first)));
        events.add(maybe() ? video.posterPublished(first) : video.posterFailed(first));
        if (maybe()) {
            events.add(video.automaticPoster(first + 1));
        }
        return events;
    }

    private List<VideoEvent> processing(SampleEvents video) {
        if (random.nextInt(5) == 0) {
            return List.of(video.sourceRejected());
        }
        List<VideoEvent> events = new ArrayList<>(List.of(video.sourceReady(), video.planned()));
        int chunks = random.nextInt(4);
        for (int chunk = 0; chunk < chunks; chunk++) {
            events.add(video.progressed(chunk, 1 + random.nextInt(50)));
            events.add(video.chunkEncoded(chunk));
            if (chunk == 0) {
                events.add(video.playable());
            }
        }
        if (chunks == 3) {
            events.add(video.published());
        } else if (maybe()) {
            events.add(video.transcodeFailed());
        } else if (maybe()) {
            // Only where nothing else can end it: which of two ends came first is for the marker to tell.
            events.add(video.givenUp());
        }
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> events.add(video.thumbnailsFailed());
            default -> events.add(video.thumbnails());
        }
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> events.add(video.chaptersFailed());
            default -> events.add(video.chapters());
        }
        return events;
    }

    /** Any order, some records more than once. */
    List<VideoEvent> scrambled(List<VideoEvent> life) {
        List<VideoEvent> delivered = new ArrayList<>(life);
        for (int i = random.nextInt(life.size() + 1); i > 0; i--) {
            delivered.add(any(life));
        }
        Collections.shuffle(delivered, random);
        return delivered;
    }

    /** Some records are lost, the rest comes in any order; later everything is delivered once more, as a repair does. */
    List<VideoEvent> droppedThenRepaired(List<VideoEvent> life) {
        List<VideoEvent> delivered = new ArrayList<>(
                life.stream().filter(event -> random.nextInt(3) > 0).toList());
        Collections.shuffle(delivered, random);
        delivered.addAll(scrambled(life));
        return delivered;
    }

    /** Each topic in its order, the topics mixed at will. */
    List<VideoEvent> topicsMixed(List<VideoEvent> life) {
        Map<String, List<VideoEvent>> topics = new LinkedHashMap<>();
        life.forEach(event -> topics.computeIfAbsent(TopicCatalogue.topicOf(event), name -> new ArrayList<>())
                .add(event));
        List<List<VideoEvent>> waiting = new ArrayList<>(topics.values());
        List<VideoEvent> delivered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<VideoEvent> next = any(waiting);
            delivered.add(next.removeFirst());
            waiting.removeIf(List::isEmpty);
        }
        return delivered;
    }

    <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean maybe() {
        return random.nextBoolean();
    }
}
