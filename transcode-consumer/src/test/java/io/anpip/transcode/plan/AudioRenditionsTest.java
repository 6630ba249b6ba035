package io.anpip.transcode.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.SoundDetails;
import io.anpip.schemas.SourceProbe;
import io.anpip.transcode.Sources;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioRenditionsTest {

    @Test
    void surroundSoundIsOfferedBesideStereoUnderTheSameName() {
        List<AudioRendition> audio = plan(film(
                track("deu", "5.1(side)", 6, 448_000, false),
                track("eng", "stereo", 2, 192_000, false),
                track("fra", "7.1", 8, 640_000, false)));

        assertThat(audio)
                .extracting(
                        AudioRendition::name, AudioRendition::group, AudioRendition::channels, AudioRendition::label)
                .containsExactly(
                        tuple("audio-0", "audio", 2, "German"),
                        tuple("audio-1", "audio", 2, "English"),
                        tuple("audio-2", "audio", 2, "French"),
                        tuple("audio-0-surround", "surround", 6, "German"),
                        tuple("audio-2-surround", "surround", 6, "French"));
        assertThat(audio)
                .extracting(AudioRendition::bitrateBps)
                .containsExactly(128_000, 128_000, 128_000, 320_000, 320_000);
    }

    @Test
    void surroundSoundCanBeSwitchedOff() {
        SoundSettings none = new SoundSettings(0, List.of(), Optional.empty());

        assertThat(new AudioRenditions(128_000, none).of(film(track("deu", "5.1", 6, 448_000, false))))
                .extracting(AudioRendition::name)
                .containsExactly("audio-0");
    }

    @ParameterizedTest(name = "{0} bit/s")
    @CsvSource({
        "48000, audio-0=64000",
        "64000, audio-0=64000",
        "96000, audio-0=128000 audio-0-64k=64000",
        "128000, audio-0=128000 audio-0-64k=64000",
        "320000, audio-0=128000 audio-0-64k=64000 audio-0-160k=160000"
    })
    void soundAloneHasALadderUpToWhatTheSourceHas(long source, String renditions) {
        SourceProbe radio = Sources.probe(10, Optional.empty(), track("deu", "stereo", 2, source, false));

        assertThat(String.join(
                        " ",
                        plan(radio).stream()
                                .map(rendition -> rendition.name() + "=" + rendition.bitrateBps())
                                .toList()))
                .isEqualTo(renditions);
    }

    @Test
    void playersChooseByLanguageOnlyWhatIsTheFirstOfItsKind() {
        List<AudioRendition> audio = plan(film(
                track("deu", "stereo", 2, 0, false),
                track("deu", "stereo", 2, 0, false),
                track("deu", "stereo", 2, 0, true),
                track("eng", "stereo", 2, 0, false),
                track("und", "stereo", 2, 0, false)));

        assertThat(audio).extracting(AudioRendition::automatic).containsExactly(true, false, true, true, false);
        assertThat(audio).extracting(AudioRendition::describesVideo).containsExactly(false, false, true, false, false);
        assertThat(audio)
                .extracting(AudioRendition::label)
                .containsExactly("German", "German (2)", "German (described)", "English", "Audio 5");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"eng, en", "ger, de", "pt_br, pt-BR", "por-BR, pt-BR", "zh-Hant-TW, zh-Hant-TW", "gsw, gsw", "en-x!, en"
    })
    void languagesBecomeTags(String code, String tag) {
        assertThat(LanguageTag.of(code)).contains(tag);
    }

    @ParameterizedTest
    @CsvSource({"und", "''", "e", "english", "12", "x-private"})
    void whatIsNoLanguageBecomesNoTag(String code) {
        assertThat(LanguageTag.of(code)).isEmpty();
    }

    private static List<AudioRendition> plan(SourceProbe probe) {
        return Sources.plan(probe).audio();
    }

    private static SourceProbe film(AudioTrack... tracks) {
        return Sources.probe(10, Optional.of(Sources.video(640, 360, 10)), tracks);
    }

    private static AudioTrack track(String language, String layout, int channels, long bitrate, boolean describes) {
        return new AudioTrack(
                1,
                "ac3",
                channels,
                48_000,
                Optional.of(language),
                Optional.empty(),
                0,
                10,
                Optional.of(
                        new SoundDetails("", layout, Optional.of(bitrate).filter(rate -> rate > 0), false, describes)));
    }
}
