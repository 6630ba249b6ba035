package io.anpip.transcode.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.EventCodec;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.Rendition;
import io.anpip.transcode.Sources;
import io.anpip.transcode.cmaf.EncodedInit;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.cmaf.EncodedSegment;
import io.anpip.transcode.cmaf.IFrameRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PresentationTest {

    private static final EncodingPlan PLAN =
            Sources.plan(Sources.probe(18, Optional.of(Sources.video(426, 240, 18)), Sources.audio(1, 0, 18)));

    @Test
    void partsAreJoinedInOrderUpToTheFirstGap() {
        Presentation presentation = Presentation.of(PLAN, List.of(video(3, "a"), video(1, "a"), sound(1, 2, 3)));

        assertThat(presentation.video().getFirst().track().segments())
                .extracting(EncodedSegment::number)
                .containsExactly(1);
        assertThat(presentation.complete()).isFalse();
    }

    @Test
    void isCompleteWhenAllSegmentsOfAllRenditionsAreThere() {
        Presentation presentation =
                Presentation.of(PLAN, List.of(sound(1, 2, 3), video(2, "a"), video(3, "a"), video(1, "a")));

        assertThat(presentation.complete()).isTrue();
        assertThat(presentation.renditions())
                .containsExactly(
                        new Rendition("240p", 426, 240, 80_000, 80_000, "avc1.64001E"),
                        new Rendition(
                                "audio-0", 0, 0, 160_000, 160_000, "mp4a.40.2", Optional.empty(), Optional.of(2)));
    }

    @Test
    void aRenditionOfWhichTheBeginningIsMissingIsLeftOut() {
        Presentation presentation = Presentation.of(PLAN, List.of(video(2, "a"), sound(1, 2, 3)));

        assertThat(presentation.video()).isEmpty();
        assertThat(presentation.audio()).hasSize(1);
    }

    @Test
    void initSegmentsThatDifferAreFound() {
        assertThat(Presentation.disagreeing(List.of(video(1, "a"), video(2, "b"), sound(1))))
                .containsExactly("240p");
        assertThat(Presentation.disagreeing(List.of(video(1, "a"), video(2, "a"), sound(1))))
                .isEmpty();
    }

    @Test
    void anEncodedRenditionIsTheSameAfterItWasStoredAsJson() {
        assertThat(EventCodec.decodeDocument(EncodedRendition.class, EventCodec.encodeDocument(video(1, "a"))))
                .contains(video(1, "a"));
    }

    @Test
    void isCompleteWithoutWhatIsLeftOutAndStartsWithTheNextTrack() {
        EncodingPlan plan = Sources.plan(Sources.probe(
                18, Optional.of(Sources.video(426, 240, 18)), Sources.audio(1, 0, 18), Sources.audio(2, 0, 18)));
        EncodedRendition second = renamed(sound(1, 2, 3), "audio-1");
        List<EncodedRendition> tracks = List.of(video(1, "a"), video(2, "a"), video(3, "a"), second);

        Presentation presentation = Presentation.of(plan, new EncodedParts(tracks, List.of(), Set.of("audio-0")));

        assertThat(Presentation.of(plan, tracks).complete()).isFalse();
        assertThat(presentation.complete()).isTrue();
        assertThat(presentation.audio()).singleElement().satisfies(audio -> {
            assertThat(audio.rendition().name()).isEqualTo("audio-1");
            assertThat(audio.rendition().byDefault()).isTrue();
            assertThat(audio.rendition().automatic()).isTrue();
        });
    }

    private static EncodedRendition renamed(EncodedRendition track, String name) {
        return new EncodedRendition(name, track.timescale(), track.init(), track.segments());
    }

    private static EncodedRendition video(int segment, String hash) {
        return new EncodedRendition(
                "240p",
                25,
                new EncodedInit(object(700), hash, "avc1.64001E"),
                List.of(new EncodedSegment(
                        segment, object(60_000), "", 150, List.of(new IFrameRange(24, 9000, 0, 150)))));
    }

    private static EncodedRendition sound(int... segments) {
        return new EncodedRendition(
                "audio-0",
                48_000,
                new EncodedInit(object(600), "c", "mp4a.40.2"),
                Arrays.stream(segments)
                        .mapToObj(number -> new EncodedSegment(number, object(120_000), "", 288_000, List.of()))
                        .toList());
    }

    private static ObjectRef object(long size) {
        return new ObjectRef("work", "key", size, "");
    }
}
