package io.anpip.transcode.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anpip.transcode.grid.GridSettings;
import io.anpip.transcode.ladder.LadderSettings;
import io.anpip.transcode.ladder.LadderStep;
import io.anpip.transcode.ladder.VideoCodec;
import io.anpip.transcode.ladder.VideoEncoder;
import io.anpip.transcode.plan.DownloadSettings;
import io.anpip.transcode.plan.EncoderSettings;
import io.anpip.transcode.plan.PlanSettings;
import io.anpip.transcode.plan.SoundSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {

    private static final OperatorSettings OPERATOR =
            OperatorSettings.standard(Duration.ofSeconds(12), Duration.ofSeconds(30));

    private static final String SMALL = """
            small:
              threads: 1
              gopSeconds: 1
              segmentGops: 4
              negligibleGain: 0
              ladders:
                - codec: av1
                  preset: "12"
                  constantRateFactor: 40
                  highFrameRateFactor: 1.5
                  bufferFactor: 2.0
                  maxLongSide: 1920
                  steps:
                    - { shortSide: 144, maxBitrateBps: 90000 }
                    - { shortSide: 288, maxBitrateBps: 300000 }
            """;

    @TempDir
    private Path folder;

    @Test
    void fiveProfilesAreBuiltIn() {
        assertThat(Profiles.builtIn(OPERATOR).names()).containsExactly("av1", "default", "fast", "hevc", "quality");
    }

    @Test
    void theDefaultIsFiveRungsOfH264() {
        assertThat(Profiles.builtIn(OPERATOR).find(Profiles.DEFAULT))
                .contains(new PlanSettings(
                        "default",
                        List.of(new LadderSettings(
                                new VideoEncoder(VideoCodec.H264, "veryfast", 23),
                                List.of(
                                        new LadderStep(240, 350_000),
                                        new LadderStep(360, 700_000),
                                        new LadderStep(480, 1_200_000),
                                        new LadderStep(720, 2_400_000),
                                        new LadderStep(1080, 4_500_000)),
                                1.5,
                                2.0,
                                4096)),
                        0.01,
                        new GridSettings(Duration.ofSeconds(12), Duration.ofSeconds(30), 2, 3),
                        new EncoderSettings(2, 128_000),
                        SoundSettings.standard(),
                        true,
                        DownloadSettings.none()));
    }

    @Test
    void profilesOfOtherCodecsHaveH264ForThePlayersWithoutThem() {
        Profiles profiles = Profiles.builtIn(OPERATOR);

        assertThat(profiles.find("hevc").orElseThrow().codecs()).containsExactly(VideoCodec.H264, VideoCodec.HEVC);
        assertThat(profiles.find("av1").orElseThrow().codecs()).containsExactly(VideoCodec.H264, VideoCodec.AV1);
    }

    @Test
    void aFileAddsProfilesAndReplacesThoseOfTheirName() throws IOException {
        Path file = Files.writeString(folder.resolve("profiles.yaml"), SMALL + SMALL.replace("small:", "fast:"));

        Profiles profiles = Profiles.builtIn(OPERATOR).with(file, OPERATOR);

        assertThat(profiles.names()).containsExactly("av1", "default", "fast", "hevc", "quality", "small");
        assertThat(profiles.find("fast").orElseThrow().codecs()).containsExactly(VideoCodec.AV1);
        assertThat(profiles.find("small").orElseThrow().grid())
                .isEqualTo(new GridSettings(Duration.ofSeconds(12), Duration.ofSeconds(30), 1, 4));
    }

    @Test
    void aFileMayBeJson() throws IOException {
        Path file = Files.writeString(folder.resolve("profiles.json"), """
                {"mine": {"threads": 2, "gopSeconds": 2, "segmentGops": 3, "negligibleGain": 0.01, "ladders": [
                  {"codec": "hevc", "preset": "fast", "constantRateFactor": 26, "highFrameRateFactor": 1.5, "bufferFactor": 2.0,
                   "maxLongSide": 4096, "steps": [{"shortSide": 720, "maxBitrateBps": 1500000}]}]}}
                """);

        assertThat(Profiles.builtIn(OPERATOR).with(file, OPERATOR).find("mine")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "preset: \"12\" | preset: veryfast | the profile 'small' is wrong: preset 'veryfast' is none of libsvtav1's",
                "constantRateFactor: 40 | constantRateFactor: 64 | constantRateFactor 64 is not between 0 and 63",
                "codec: av1 | codec: vp9 | at small.ladders[0].codec",
                "threads: 1 | threads: 0 | threads 0 is not between 1 and 64",
                "threads: 1 | threads: 1 \\n  thread: 1 | at small.thread: Unrecognized field \"thread\"",
                "threads: 1 | tiles: 1 | Missing creator property 'threads'",
                "gopSeconds: 1 | gopSeconds: 1.5 | at small.gopSeconds",
                "segmentGops: 4 | segmentGops: 13 | segmentGops 13 is not between 1 and 12 s",
                "negligibleGain: 0 | negligibleGain: 0.5 | negligibleGain 0.5 is not between 0 and 0.2",
                "highFrameRateFactor: 1.5 | highFrameRateFactor: 0.5 | highFrameRateFactor 0.5 is not between 1 and 4",
                "bufferFactor: 2.0 | bufferFactor: 0 | bufferFactor 0.0 is not between 0.5 and 8",
                "maxLongSide: 1920 | maxLongSide: 100000 | maxLongSide 100000 is not between 16 and 8192",
                "shortSide: 288 | shortSide: 144 | step 144 does not follow on step 144",
                "shortSide: 288 | shortSide: 289 | shortSide 289 is not an even number",
                "maxBitrateBps: 300000 | maxBitrateBps: 80000 | step 288 does not follow on step 144",
                "shortSide: 288, | `` | at small.ladders[0].steps[1]",
                "small: | Small Name: | a profile can't be called 'Small Name'",
                "codec: av1 | codec: av1 \\n      codec: hevc | Duplicate field 'codec'",
            })
    void whatIsWrongIsToldWithTheProfileAndTheKey(String right, String wrong, String sentence) throws IOException {
        Path file =
                Files.writeString(folder.resolve("profiles.yaml"), SMALL.replace(right, wrong.replace("\\n", "\n")));

        assertThatThrownBy(() -> Profiles.builtIn(OPERATOR).with(file, OPERATOR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(sentence);
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("absent.yaml");

        assertThatThrownBy(() -> Profiles.builtIn(OPERATOR).with(file, OPERATOR))
                .hasMessageStartingWith("The profiles file " + file + " can't be read");
    }
}
