package io.anpip.projector.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.projector.SampleEvents;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FoldPropertyTest {

    private static final int LIVES = 3_000;
    private static final int MANY_LIVES = 50_000;

    /** Two deliveries of each life: 100,000 histories. */
    @Test
    void everyOrderAnyRepetitionAndEveryRepairGivesTheSameState() {
        LongStream.range(0, MANY_LIVES).parallel().forEach(seed -> {
            Histories histories = new Histories(seed);
            List<VideoEvent> life = histories.life();
            ProjectedVideo lived = fold(life);
            if (!fold(histories.scrambled(life)).equals(lived)
                    || !fold(histories.droppedThenRepaired(life)).equals(lived)) {
                throw new AssertionError("Seed " + seed + " gives another state in another order");
            }
        });
    }

    @Test
    void mergingIsCommutativeAssociativeAndIdempotentEvenWhereAccountsDiffer() {
        for (long seed = 0; seed < LIVES; seed++) {
            Histories histories = new Histories(seed);
            SampleEvents video = new SampleEvents(histories.life().getFirst().videoId(), 1);
            // Two lives of one video, so that a stage may have two ends.
            List<VideoEvent> accounts = new ArrayList<>(List.of(
                    video.initialized(Optional.of("One")),
                    video.initialized(Optional.of("Other")),
                    video.sourceReady(),
                    video.sourceRejected(),
                    video.aborted(),
                    video.givenUp(),
                    video.published(),
                    video.transcodeFailed(),
                    video.playable(),
                    video.generation(2).reprocess(),
                    video.generation(2).thumbnails(),
                    video.generation(2).thumbnailsFailed(),
                    video.posterPublished(1),
                    video.generation(2).posterPublished(1),
                    video.generation(2).posterPublished(4),
                    video.automaticPoster(2),
                    video.automaticPoster(5),
                    video.posterFailed(3),
                    video.generation(2).posterFailed(6),
                    video.chapters(),
                    video.chaptersFailed(),
                    video.chaptersEdited(1),
                    video.chaptersGivenUp(1),
                    video.generation(2).chaptersEdited(2),
                    video.chaptersGivenUp(3),
                    video.audioEncoded(0, -23),
                    video.audioEncoded(0, -16),
                    video.audioEncoded(1, -20),
                    video.progressed(1, 7)));
            ProjectedVideo one = some(histories, accounts);
            ProjectedVideo other = some(histories, accounts)
                    .ended(1, VideoEnd.failed(SampleEvents.permanent("One."), SampleEvents.at(1)));
            ProjectedVideo third = some(histories, accounts).ended(1, VideoEnd.ready(SampleEvents.at(2)));

            assertThat(one.merge(other)).isEqualTo(other.merge(one));
            assertThat(one.merge(other).merge(third)).isEqualTo(one.merge(other.merge(third)));
            assertThat(one.merge(other).merge(one)).isEqualTo(one.merge(other));
        }
    }

    @Test
    void aShownStatusNeverGoesBackWithinAGeneration() {
        for (long seed = 0; seed < LIVES; seed++) {
            Histories histories = new Histories(seed);
            List<VideoEvent> life = histories.life();
            List<VideoEvent> delivered = seed % 2 == 0 ? histories.topicsMixed(life) : histories.scrambled(life);
            List<VideoDocument> shown = shown(delivered);
            for (int i = 1; i < shown.size(); i++) {
                assertFollows(shown.get(i - 1), shown.get(i), seed);
            }
        }
    }

    @Test
    void everyOrderWithItsEndMarkersShowsTheSameDocumentInTheEnd() {
        for (long seed = 0; seed < LIVES; seed++) {
            Histories histories = new Histories(seed);
            List<VideoEvent> life = histories.life();
            assertThat(shown(histories.scrambled(life)).getLast())
                    .as("seed %d", seed)
                    .isEqualTo(shown(life).getLast());
        }
    }

    @Test
    void aStateIsReadBackAsItWasWritten() {
        for (long seed = 0; seed < LIVES; seed++) {
            ProjectedVideo state = fold(new Histories(seed).life());
            assertThat(ProjectedVideo.fromJson(state.toJson())).contains(state);
        }
    }

    private static void assertFollows(VideoDocument before, VideoDocument after, long seed) {
        assertThat(after.generation()).as("generation, seed %d", seed).isGreaterThanOrEqualTo(before.generation());
        if (after.generation() == before.generation()) {
            assertThat(after.status()).as("status, seed %d", seed).isGreaterThanOrEqualTo(before.status());
            assertThat(after.progress()).as("progress, seed %d", seed).isGreaterThanOrEqualTo(before.progress());
            if (before.status() == VideoStatus.READY || before.status() == VideoStatus.FAILED) {
                assertThat(after.status()).as("end, seed %d", seed).isEqualTo(before.status());
            }
        }
    }

    /** The documents that are shown one after another when each end is settled as it becomes due. */
    private static List<VideoDocument> shown(List<VideoEvent> delivered) {
        Map<Integer, VideoEnd> markers = new HashMap<>();
        List<VideoDocument> documents = new ArrayList<>();
        ProjectedVideo state = ProjectedVideo.unknown(delivered.getFirst().videoId());
        for (VideoEvent event : delivered) {
            state = state.apply(event);
            if (state.deletedAt().isEmpty()) {
                documents.add(state.document(0));
            }
            Optional<VideoEnd> due = state.dueEnd();
            if (due.isPresent()) {
                markers.putIfAbsent(state.generation(), due.get());
                state = state.ended(state.generation(), markers.get(state.generation()));
                documents.add(state.document(0));
            }
        }
        documents.add(state.document(0));
        return state.deletedAt().isPresent() ? List.of(documents.getLast()) : documents;
    }

    private static ProjectedVideo some(Histories histories, List<VideoEvent> accounts) {
        return fold(List.of(histories.any(accounts), histories.any(accounts), histories.any(accounts)));
    }

    private static ProjectedVideo fold(List<VideoEvent> events) {
        ProjectedVideo state = ProjectedVideo.unknown(events.getFirst().videoId());
        for (VideoEvent event : events) {
            state = state.apply(event);
        }
        return state;
    }
}
