package io.anpip.projector.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.projector.SampleEvents;
import io.anpip.projector.projection.ProjectedVideo;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoPlayable;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoldStepTest {

    private static final SampleEvents VIDEO = SampleEvents.fresh();

    @Test
    void theFirstEventIsShown() {
        FoldStep step =
                step(new StoredVideo(ProjectedVideo.unknown(VIDEO.id()), 0), VIDEO.initialized(Optional.empty()));

        assertThat(step).isInstanceOfSatisfying(FoldStep.Shown.class, shown -> {
            assertThat(shown.document().sequence()).isEqualTo(1);
            assertThat(shown.record().topic()).isEqualTo(TopicCatalogue.STATUS);
            assertThat(shown.notification()).isEmpty();
        });
    }

    @Test
    void anEventThatWasFoldedBeforeIsNothing() {
        assertThat(step(after(4, VIDEO.planned()), VIDEO.planned())).isInstanceOf(FoldStep.Nothing.class);
    }

    @Test
    void framesWithinTheSamePercentAreKeptButNotShown() {
        FoldStep step = step(after(4, VIDEO.planned(), VIDEO.progressed(0, 25)), VIDEO.progressed(0, 26));

        assertThat(step).isInstanceOf(FoldStep.Quiet.class);
    }

    @Test
    void framesThatAddAPercentAreShownUnderTheNextSequence() {
        FoldStep step = step(after(4, VIDEO.planned(), VIDEO.progressed(0, 25)), VIDEO.progressed(0, 50));

        assertThat(step)
                .isInstanceOfSatisfying(
                        FoldStep.Shown.class,
                        shown -> assertThat(shown.document().sequence()).isEqualTo(5));
    }

    @Test
    void becomingPlayableIsWorthAMessageOnce() {
        FoldStep first = step(after(4, VIDEO.planned()), VIDEO.playable());
        FoldStep second = step(after(5, VIDEO.planned(), VIDEO.playable()), VIDEO.published());

        assertThat(first)
                .isInstanceOfSatisfying(
                        FoldStep.Shown.class,
                        shown -> assertThat(shown.notification()).hasValueSatisfying(notification -> {
                            assertThat(notification.event()).isInstanceOf(VideoPlayable.class);
                            assertThat(notification.record().topic()).isEqualTo(TopicCatalogue.NOTIFICATIONS);
                        }));
        assertThat(second)
                .isInstanceOfSatisfying(
                        FoldStep.Shown.class,
                        shown -> assertThat(shown.notification()).isEmpty());
    }

    @Test
    void aDeletionIsToldByATombstoneOnce() {
        FoldStep first = step(after(4, VIDEO.planned()), VIDEO.deleted());
        FoldStep second = step(after(5, VIDEO.planned(), VIDEO.deleted()), VIDEO.published());

        assertThat(first).isInstanceOfSatisfying(FoldStep.Shown.class, shown -> {
            assertThat(shown.record().payload()).isEmpty();
            assertThat(shown.record().recordKey()).isEqualTo(VIDEO.id().toString());
            assertThat(shown.notification()).isEmpty();
        });
        assertThat(second).isInstanceOf(FoldStep.Nothing.class);
    }

    private static FoldStep step(StoredVideo stored, VideoEvent event) {
        return FoldStep.of(stored, before -> before.apply(event));
    }

    private static StoredVideo after(long sequence, VideoEvent... events) {
        ProjectedVideo state = ProjectedVideo.unknown(VIDEO.id());
        for (VideoEvent event : events) {
            state = state.apply(event);
        }
        return new StoredVideo(state, sequence);
    }
}
