package io.anpip.transcode.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.PlannedRendition;
import io.anpip.schemas.Rational;
import io.anpip.schemas.SourceProbe;
import io.anpip.transcode.Sources;
import io.anpip.transcode.grid.AudioGrid;
import io.anpip.transcode.ladder.Rung;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EncodingPlanTest {

    private static final SourceProbe FILM = Sources.probe(
            30, Optional.of(Sources.video(640, 360, new Rational(24_000, 1001), 30.03)), Sources.audio(1, 0.5, 29));

    @Test
    void aPlanIsTheSameAfterItWasStoredAsJson() {
        EncodingPlan plan = Sources.plan(FILM);

        assertThat(EventCodec.decodeDocument(EncodingPlan.class, EventCodec.encodeDocument(plan)))
                .contains(plan);
    }

    @Test
    void pictureAndSoundArePlannedTogether() {
        EncodingPlan plan = Sources.plan(FILM);

        assertThat(plan.grid().orElseThrow().totalFrames()).isEqualTo(720);
        assertThat(plan.rungs()).extracting(Rung::name).containsExactly("240p", "360p");
        assertThat(plan.plannedRenditions())
                .containsExactly(
                        new PlannedRendition("240p", 426, 240, 350_000, Optional.of("h264"), Optional.empty()),
                        new PlannedRendition("360p", 640, 360, 700_000, Optional.of("h264"), Optional.empty()));
        assertThat(plan.audio())
                .containsExactly(new AudioRendition(
                        "audio-0", 0, 1, 2, "", 2, "audio", Optional.empty(), "Audio 1", true, true, false, 128_000));
        assertThat(plan.durationSeconds()).isEqualTo(30.03);
        assertThat(plan.audioGrid().totalFrames()).isEqualTo(1408);
        assertThat(plan.targetDurationSeconds()).isEqualTo(6);
        assertThat(plan.originSeconds()).isZero();
    }

    @Test
    void withoutSoundTheSmallestPictureServesPoorConnections() {
        EncodingPlan plan = Sources.plan(Sources.probe(30, Optional.of(Sources.video(640, 360, 30))));

        assertThat(plan.rungs()).extracting(Rung::maxBitrateBps).containsExactly(110_000, 700_000);
        assertThat(plan.rungs().getFirst().bufferSizeBits()).isEqualTo(110_000);
        assertThat(Sources.plan(Sources.probe(30, Optional.of(Sources.video(426, 240, 30))))
                        .rungs())
                .extracting(Rung::maxBitrateBps)
                .containsExactly(350_000);
    }

    @Test
    void soundWithoutPictureStartsWhereItsFirstTrackStarts() {
        EncodingPlan plan =
                Sources.plan(Sources.probe(0, Optional.empty(), Sources.audio(0, 2.5, 10), Sources.audio(1, 1.5, 10)));

        assertThat(plan.grid()).isEmpty();
        assertThat(plan.rungs()).isEmpty();
        assertThat(plan.originSeconds()).isEqualTo(1.5);
        assertThat(plan.audioGrid()).isEqualTo(AudioGrid.of(11));
        assertThat(plan.targetDurationSeconds()).isEqualTo(6);
    }

    @Test
    void pictureWithoutSoundHasNoAudio() {
        EncodingPlan plan = Sources.plan(Sources.probe(1, Optional.of(Sources.video(640, 360, 1))));

        assertThat(plan.audio()).isEmpty();
        assertThat(plan.targetDurationSeconds()).isEqualTo(1);
    }

    @Test
    void audioIsLabelledByTitleElseByLanguageElseByNumberAndNeverTwiceTheSame() {
        SourceProbe probe = Sources.probe(
                10,
                Optional.of(Sources.video(640, 360, 10)),
                named("eng", null),
                named("ger", "Kommentar \"A\"\r\n#EXT"),
                named("eng", null),
                named("und", null),
                named("x\"y", " "));

        List<AudioRendition> audio = Sources.plan(probe).audio();

        assertThat(audio)
                .extracting(AudioRendition::label)
                .containsExactly("English", "Kommentar  A #EXT", "English (2)", "Audio 4", "Audio 5");
        assertThat(audio)
                .extracting(AudioRendition::language)
                .containsExactly(
                        Optional.of("en"), Optional.of("de"), Optional.of("en"), Optional.empty(), Optional.empty());
        assertThat(audio).extracting(AudioRendition::byDefault).containsExactly(true, false, false, false, false);
    }

    private static AudioTrack named(String language, @Nullable String title) {
        return new AudioTrack(0, "aac", 2, 48_000, Optional.of(language), Optional.ofNullable(title), 0, 10);
    }
}
