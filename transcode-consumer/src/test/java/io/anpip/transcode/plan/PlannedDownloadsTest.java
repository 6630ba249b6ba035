package io.anpip.transcode.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoId;
import io.anpip.transcode.Sources;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannedDownloadsTest {

    private static final SourceProbe FILM = Sources.probe(
            30, Optional.of(Sources.video(1920, 1080, 30)), Sources.audio(1, 0, 30), Sources.audio(2, 0, 30));

    @Test
    void thereAreNoneByDefault() {
        assertThat(Sources.plan(FILM).downloads()).isEmpty();
    }

    @Test
    void theLargestRungThatIsNotTooLargeAndTheFirstSoundMakeTheVideo() {
        assertThat(downloads(FILM, new DownloadSettings(true, false, 1080)))
                .contains(new PlannedDownloads(Optional.of("1080p"), Optional.of("audio-0"), false));
        assertThat(downloads(FILM, new DownloadSettings(true, true, 720)))
                .contains(new PlannedDownloads(Optional.of("720p"), Optional.of("audio-0"), true));
    }

    @Test
    void whatASourceLacksIsNotMade() {
        SourceProbe silent = Sources.probe(30, Optional.of(Sources.video(640, 360, 30)));
        SourceProbe radio = Sources.probe(30, Optional.empty(), Sources.audio(0, 0, 30));
        DownloadSettings both = new DownloadSettings(true, true, 1080);

        assertThat(downloads(silent, both))
                .contains(new PlannedDownloads(Optional.of("360p"), Optional.empty(), false));
        assertThat(downloads(radio, both))
                .contains(new PlannedDownloads(Optional.empty(), Optional.of("audio-0"), true));
        assertThat(downloads(silent, new DownloadSettings(false, true, 1080))).isEmpty();
    }

    private static Optional<PlannedDownloads> downloads(SourceProbe probe, DownloadSettings settings) {
        return EncodingPlan.of(
                        VideoId.of("01890000-0000-7000-8000-000000000001"),
                        1,
                        new ObjectRef("anpip-work", "source", 1000, "tag"),
                        probe,
                        Sources.settings(true, settings))
                .downloads();
    }
}
