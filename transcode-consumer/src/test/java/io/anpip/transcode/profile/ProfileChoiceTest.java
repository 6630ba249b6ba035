package io.anpip.transcode.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileChoiceTest {

    private static final Profiles PROFILES =
            Profiles.builtIn(new OperatorSettings(Duration.ofSeconds(12), Duration.ofSeconds(30), 128_000));

    private static final Set<String> X264 = Set.of("libx264", "aac");

    @Test
    void withoutAChoiceItIsTheDefault() {
        assertThat(ProfileChoice.of(Optional.empty(), PROFILES, X264))
                .isEqualTo(new ProfileChoice.Chosen(PROFILES.find("default").orElseThrow()));
    }

    @Test
    void aNameThatIsNotKnownIsToldWithThoseThatAre() {
        assertThat(ProfileChoice.of(Optional.of("8k"), PROFILES, X264))
                .isEqualTo(new ProfileChoice.Unknown(
                        "There is no encoding profile '8k' here; there are av1, default, fast, hevc, quality."));
    }

    @Test
    void aProfileWithoutItsEncoderIsRefusedWhenItIsAskedFor() {
        assertThat(ProfileChoice.of(Optional.of("av1"), PROFILES, X264))
                .isEqualTo(
                        new ProfileChoice.WithoutEncoder(
                                "The encoding profile 'av1' needs the encoder libsvtav1, which FFmpeg lacks on these servers."));
        assertThat(ProfileChoice.of(Optional.of("av1"), PROFILES, Set.of("libx264", "libsvtav1")))
                .isInstanceOf(ProfileChoice.Chosen.class);
    }
}
