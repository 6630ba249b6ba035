package io.anpip.transcode.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.CopyPicture;
import io.anpip.schemas.EncodeAudio;
import io.anpip.schemas.EncodeChunk;
import io.anpip.schemas.EncodeSubtitles;
import io.anpip.schemas.LeftOutRendition;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.PlannedRendition;
import io.anpip.schemas.Rational;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.SubtitleTrack;
import io.anpip.schemas.TranscodePlanned;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoTrack;
import io.anpip.transcode.Sources;
import io.anpip.transcode.ladder.ContentLadder;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.storage.StoredPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EncodingWorkTest {

    private static final VideoId VIDEO = VideoId.of("0192f0c4-7b1e-7c3a-9d4e-5f6a7b8c9d0e");
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void announcesThePlanThenSoundThenChunksInOrder() {
        List<VideoEvent> events = EncodingWork.of(plan(75), NOW);

        assertThat(events.get(0)).isInstanceOf(TranscodePlanned.class);
        assertThat(events.get(1)).isInstanceOf(EncodeAudio.class);
        assertThat(events.subList(2, events.size())).allMatch(EncodeChunk.class::isInstance);
        assertThat(events.subList(2, events.size()).stream().map(EncodeChunk.class::cast))
                .extracting(EncodeChunk::firstFrame)
                .isSorted();
    }

    @Test
    void chunksCoverEveryFrameOnce() {
        List<EncodeChunk> chunks = EncodingWork.of(plan(75), NOW).stream()
                .filter(EncodeChunk.class::isInstance)
                .map(EncodeChunk.class::cast)
                .toList();

        long next = 0;
        for (EncodeChunk chunk : chunks) {
            assertThat(chunk.firstFrame()).isEqualTo(next);
            assertThat(chunk.chunkCount()).isEqualTo(chunks.size());
            next += chunk.frameCount();
        }
        assertThat(next).isEqualTo(75 * 25);
    }

    @Test
    void subtitlesComeAfterTheFirstChunk() {
        StoredPlan silent = plan(75);
        SourceProbe probe = silent.plan().probe();
        SubtitleTrack track = new SubtitleTrack(2, "subrip", Optional.of("eng"), Optional.empty(), false, false, false);
        SourceProbe subtitled = new SourceProbe(
                probe.demuxer(),
                probe.durationSeconds(),
                probe.video(),
                probe.audio(),
                probe.chapters(),
                Optional.of(List.of(track, track)));
        EncodingPlan plan = EncodingPlan.of(VIDEO, 1, silent.object(), subtitled, Sources.settings());

        List<VideoEvent> events = EncodingWork.of(new StoredPlan(plan, silent.object()), NOW);

        assertThat(events.subList(0, 6))
                .hasExactlyElementsOfTypes(
                        TranscodePlanned.class,
                        EncodeAudio.class,
                        EncodeChunk.class,
                        EncodeSubtitles.class,
                        EncodeSubtitles.class,
                        EncodeChunk.class);
        assertThat(((TranscodePlanned) events.getFirst()).subtitleCount()).contains(2);
        assertThat(events.stream().map(VideoEvent::eventId)).doesNotHaveDuplicates();
    }

    @Test
    void theCopiedPictureGoesBeforeTheChunksOfTheOtherRungs() {
        EncodingPlan plan =
                Sources.plan(Sources.probe(75, Optional.of(Sources.conforming(75)), Sources.conformingSound(1, 0, 75)));
        List<VideoEvent> events = EncodingWork.of(new StoredPlan(plan, plan.source()), NOW);

        assertThat(events.get(0))
                .isInstanceOfSatisfying(
                        TranscodePlanned.class,
                        planned -> assertThat(planned.renditions())
                                .filteredOn(rendition -> rendition.copied().orElse(false))
                                .extracting(PlannedRendition::name)
                                .containsExactly("720p"));
        assertThat(events.get(2))
                .isInstanceOfSatisfying(
                        CopyPicture.class, copy -> assertThat(copy.rendition()).isEqualTo("720p"));
        assertThat(events.subList(3, events.size())).isNotEmpty().allMatch(EncodeChunk.class::isInstance);
    }

    @Test
    void theSamePlanGivesTheSameIds() {
        assertThat(EncodingWork.of(plan(75), NOW).stream().map(VideoEvent::eventId))
                .containsExactlyElementsOf(EncodingWork.of(plan(75), NOW.plusSeconds(60)).stream()
                        .map(VideoEvent::eventId)
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsMadeAndWhatIsNotIsTold() {
        StoredPlan whole = plan(75);
        LeftOutRendition top = new LeftOutRendition("720p", "It would show no more than 480p.");
        EncodingPlan smaller =
                whole.plan().with(new ContentLadder(whole.plan().rungs().subList(0, 3), List.of(top)));

        TranscodePlanned planned = (TranscodePlanned)
                EncodingWork.of(new StoredPlan(smaller, whole.object()), NOW).getFirst();

        assertThat(planned.profile()).contains("default");
        assertThat(planned.leftOut()).contains(List.of(top));
        assertThat(planned.renditions())
                .extracting(
                        rendition -> rendition.name() + " " + rendition.codec().orElse("?"))
                .containsExactly("240p h264", "360p h264", "480p h264");
    }

    private static StoredPlan plan(double seconds) {
        ObjectRef source = new ObjectRef("anpip-work", "videos/x/source/a/original", 1000, "e");
        VideoTrack video = new VideoTrack(
                0,
                "h264",
                1280,
                720,
                new Rational(1, 1),
                0,
                1280,
                720,
                "yuv420p",
                "progressive",
                "bt709",
                new Rational(25, 1),
                true,
                (long) (seconds * 25),
                0,
                seconds,
                2);
        AudioTrack audio = new AudioTrack(1, "aac", 2, 48_000, Optional.of("eng"), Optional.empty(), 0, seconds);
        SourceProbe probe = new SourceProbe("mov", seconds, Optional.of(video), List.of(audio), List.of());
        return new StoredPlan(EncodingPlan.of(VIDEO, 1, source, probe, Sources.settings()), source);
    }
}
