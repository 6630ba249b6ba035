package io.anpip.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.schemas.Loudness;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.VideoId;
import io.anpip.transcode.command.AudioEncodeCommand;
import io.anpip.transcode.command.MeasuredLoudness;
import io.anpip.transcode.plan.AudioRendition;
import io.anpip.transcode.plan.AudioStream;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.LoudnessTarget;
import io.anpip.transcode.plan.PlanSettings;
import io.anpip.transcode.plan.SoundSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sound as people's files have it, encoded as the service does it, and judged by what is decoded of the result. */
class SoundInputsIT {

    private static final PlanSettings SETTINGS = Sources.settings(Duration.ofSeconds(6), Duration.ofSeconds(6));

    /** EBU Tech 3341, case 1: so much in both channels of 1 kHz is -23 LUFS. */
    private static final String MINUS_23 = "0.070795*sin(2*PI*1000*t)";

    @TempDir
    private Path work;

    @ParameterizedTest(name = "{0} Hz, {1}, in {2}")
    @CsvSource({
        "44100, aac, mp4",
        "8000, pcm_s16le, mov",
        "96000, flac, mkv",
        "48000, ac3, ts",
        "22050, libmp3lame, mkv",
        "11025, pcm_mulaw, mov"
    })
    void soundOfAnyRateStaysWithThePicture(int rate, String codec, String container) throws IOException {
        BeepFlash.assertInTime(
                encoded(clip(container, 0, BeepFlash.flashes(0, 7), 0, BeepFlash.beeps(0, 7, rate), "-c:a", codec)), 3);
    }

    @ParameterizedTest(name = "{0}: picture from {1} s, sound from {2} s")
    @CsvSource({
        "mp4, 0, 0.54",
        "mp4, 0.56, 0",
        "mkv, 0, 1.33",
        "mkv, 1.32, 0",
        "ts, 0.4, 0",
        "ts, 0, 0.4",
        "mov, 2.04, 0.3"
    })
    void soundThatStartsLaterOrEarlierStaysWithThePicture(String container, double picture, double sound)
            throws IOException {
        Path clip = clip(
                container,
                picture,
                BeepFlash.flashes(picture, 7),
                sound,
                BeepFlash.beeps(sound, 8, 48_000),
                "-c:a",
                "aac");

        EncodedStream stream = encoded(clip);

        BeepFlash.assertInTime(stream, 2);
        assertThat(stream.track("audio-0").durationTicks() / 48_000.0)
                .isCloseTo(stream.plan().durationSeconds(), within(0.0107));
    }

    @Test
    void aClipThatWasCutByItsEditListStaysInTime() throws IOException {
        Path whole = clip("mp4", 0, BeepFlash.flashes(0, 9), 0, BeepFlash.beeps(0, 9, 44_100), "-c:a", "aac");
        Path cut = work.resolve("cut.mp4");
        // The cut is in the middle of a group of pictures: what comes before it is there, with negative times.
        Ffmpeg.make("-ss", "1.28", "-i", whole.toString(), "-c", "copy", cut.toString());

        BeepFlash.assertInTime(encoded(cut), 3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a long hole|gt(pts*tb,2.5)*lt(pts*tb,3.6)",
                "one lost packet|eq(n,120)",
                "six lost|lt(mod(n,40),1)"
            })
    void aHoleInTheSoundIsSilenceAndWhatFollowsStaysInTime(String what, String dropped) throws IOException {
        Path whole = clip("mkv", 0, BeepFlash.flashes(0, 7), 0, BeepFlash.beeps(0, 7, 48_000), "-c:a", "pcm_s16le");
        Path holed = work.resolve("holed.mkv");
        Ffmpeg.make(
                "-i",
                whole.toString(),
                "-c",
                "copy",
                "-bsf:a",
                "noise=drop=" + dropped.replace(",", "\\,"),
                holed.toString());

        BeepFlash.assertInTime(encoded(holed), 3);
    }

    @ParameterizedTest(name = "{0} s")
    @CsvSource({"3.5", "11"})
    void soundThatIsShorterOrLongerThanThePictureEndsWithIt(double seconds) throws IOException {
        Path clip = clip("mkv", 0, BeepFlash.flashes(0, 7), 0, BeepFlash.beeps(0, seconds, 48_000), "-c:a", "aac");

        EncodedStream stream = encoded(clip);

        assertThat(stream.track("audio-0").durationTicks() / 48_000.0).isCloseTo(7, within(0.0107));
        BeepFlash.assertInTime(stream, seconds < 7 ? 1 : 3);
    }

    @Test
    void fivePointOneIsMixedDownByTheItuAndOfferedAsItIs() throws IOException {
        Path clip = work.resolve("surround.mkv");
        // Half a second of full scale in each channel alone, in the order of the file, then in all at once.
        List<String> channels = new ArrayList<>();
        for (int channel = 0; channel < 6; channel++) {
            channels.add("if(between(t,%s,%s)+gte(t,3),sin(2*PI*%d*t),0)"
                    .formatted(channel * 0.5 + 0.1, channel * 0.5 + 0.4, channel == 3 ? 60 : 500));
        }
        Ffmpeg.make(
                "-f",
                "lavfi",
                "-i",
                "color=black:size=160x90:rate=25:duration=4",
                "-f",
                "lavfi",
                "-i",
                "aevalsrc='" + String.join("|", channels) + "':s=48000:d=4:c=5.1(side)",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-c:a",
                "pcm_s16le",
                clip.toString());

        EncodedStream stream = encoded(clip);

        Path stereo = stream.joined("audio-0");
        Path surround = stream.joined("audio-0-surround");
        assertThat(Ffmpeg.probe(surround, "-show_entries", "stream=channels,channel_layout", "-of", "csv=p=0"))
                .containsExactly("6,5.1");
        // 1 / (1 + 0.707 + 0.707) is -7.7 dB; the centre and each side 3 dB less.
        assertLevels(stereo, 0, 0, -7.7, -200, -10.7, -200, -10.7, -200);
        assertLevels(stereo, 1, 0, -200, -7.7, -10.7, -200, -200, -10.7);
        assertThat(peak(stereo, 0, 3.3, 3.9))
                .as("all channels at once do not clip")
                .isBetween(-1.0, 0.4);
        for (int channel = 0; channel < 6; channel++) {
            double[] alone = {-200, -200, -200, -200, -200, -200};
            alone[channel] = 0;
            assertLevels(surround, channel, 0, alone);
        }
    }

    @Test
    void monoIsHeardOnBothSidesAsLoudAsItWas() throws IOException {
        EncodedStream stream = encoded(clip(
                "mov",
                0,
                BeepFlash.flashes(0, 3),
                0,
                "aevalsrc='0.5*sin(2*PI*500*t)':s=8000:d=3:c=mono",
                "-c:a",
                "pcm_s16le"));

        assertThat(peak(stream.joined("audio-0"), 0, 1, 2)).isCloseTo(-6.0, within(0.5));
        assertThat(peak(stream.joined("audio-0"), 1, 1, 2)).isCloseTo(-6.0, within(0.5));
    }

    @Test
    void soundAloneIsALadderThatPlaysInEveryStep() throws IOException {
        Path song = work.resolve("song.mka");
        Ffmpeg.make(
                "-f",
                "lavfi",
                "-i",
                "aevalsrc='0.2*sin(2*PI*440*t)|0.2*sin(2*PI*660*t)':s=44100:d=8",
                "-c:a",
                "flac",
                song.toString());

        EncodedStream stream = encoded(song);

        assertThat(stream.presentation().audio())
                .extracting(audio -> audio.rendition().name())
                .containsExactly("audio-0", "audio-0-64k", "audio-0-160k");
        for (AudioStream step : stream.presentation().audio()) {
            assertThat(level("mean", stream.joined(step.rendition().name()), 1, 2, 6))
                    .isCloseTo(-17, within(0.3));
        }
        for (String manifest : List.of("master.m3u8", "manifest.mpd")) {
            assertThat(Ffmpeg.log(
                            "-v",
                            "warning",
                            "-i",
                            stream.folder().resolve(manifest).toString(),
                            "-map",
                            "0",
                            "-f",
                            "null",
                            "-"))
                    .isBlank();
        }
    }

    @Test
    void theKnownLoudnessOfATestSignalIsMeasured() throws IOException {
        Path clip = tone(MINUS_23 + "|" + MINUS_23);
        EncodingPlan plan = plan(clip, SETTINGS);

        Loudness loudness = encode(clip, plan, plan.audio().getFirst());

        assertThat(loudness.integratedLufs()).isCloseTo(-23, within(0.5));
        assertThat(loudness.truePeakDbtp()).isCloseTo(-23, within(0.5));
        assertThat(loudness.gainDb()).isZero();
    }

    /** EBU Tech 3341, case 6. */
    @Test
    void theLoudnessOfSurroundSoundCountsItsSurroundChannels() throws IOException {
        Path clip = tone("0.039811*sin(2*PI*1000*t)|0.039811*sin(2*PI*1000*t)|0.063096*sin(2*PI*1000*t)"
                + "|0|0.031623*sin(2*PI*1000*t)|0.031623*sin(2*PI*1000*t)");
        EncodingPlan plan = plan(clip, SETTINGS);

        assertThat(plan.audio().getLast().channels()).isEqualTo(6);
        assertThat(encode(clip, plan, plan.audio().getLast()).integratedLufs()).isCloseTo(-23, within(0.5));
    }

    @Test
    void silenceIsMinus70Lufs() throws IOException {
        Path clip = tone("0|0");
        EncodingPlan plan = plan(clip, normalised(-16));

        Loudness measured = measure(clip, plan, plan.audio().getFirst());

        assertThat(measured.integratedLufs()).isEqualTo(-70);
        assertThat(plan.loudness().orElseThrow().gainDb(measured)).isZero();
    }

    @ParameterizedTest(name = "to {0} LUFS")
    @CsvSource({"-16, -16", "-23, -23", "-5, -10"})
    void soundIsBroughtToTheTargetWithinItsPeaks(double target, double reached) throws IOException {
        // Quiet speech-like bursts, with a peak of -20 dBFS now and then: it can be made 8.5 dB louder until the peak
        // is at -1.5.
        Path clip = tone(
                "if(lt(mod(t,2),1.9),0.0316,0.3758)*sin(2*PI*1000*t)|if(lt(mod(t,2),1.9),0.0316,0.3758)*sin(2*PI*1000*t)");
        EncodingPlan plan = plan(clip, normalised(target));
        AudioRendition rendition = plan.audio().getFirst();
        Loudness before = measure(clip, plan, rendition);
        double gain = plan.loudness().orElseThrow().gainDb(before);
        Path file = work.resolve("normalised.mp4");

        Ffmpeg.run(AudioEncodeCommand.withGain(plan, rendition, List.of("-i", clip.toString()), gain, file));

        Loudness after = MeasuredLoudness.in(
                        Ffmpeg.log("-i", file.toString(), "-af", "ebur128=peak=true:framelog=quiet", "-f", "null", "-")
                                .lines()
                                .toList())
                .orElseThrow();
        assertThat(after.integratedLufs()).isCloseTo(Math.min(target, before.integratedLufs() + gain), within(1.0));
        assertThat(after.truePeakDbtp()).isLessThan(-1.0);
        if (target > reached) {
            assertThat(gain).isCloseTo(-1.5 - before.truePeakDbtp(), within(0.01));
        } else {
            assertThat(after.integratedLufs()).isCloseTo(target, within(1.0));
        }
    }

    private Path clip(String container, double picture, String flashes, double sound, String beeps, String... codec) {
        Path clip = work.resolve("clip." + container);
        List<String> arguments = new ArrayList<>(List.of(
                "-itsoffset",
                Double.toString(picture),
                "-f",
                "lavfi",
                "-i",
                flashes,
                "-itsoffset",
                Double.toString(sound),
                "-f",
                "lavfi",
                "-i",
                beeps,
                "-map",
                "0",
                "-map",
                "1",
                "-c:v",
                "libx264"));
        arguments.addAll(List.of("-preset", "ultrafast", "-bf", "2"));
        arguments.addAll(List.of(codec));
        arguments.add(clip.toString());
        Ffmpeg.make(arguments.toArray(String[]::new));
        return clip;
    }

    private Path tone(String channels) {
        Path clip = work.resolve("tone.mkv");
        Ffmpeg.make(
                "-f",
                "lavfi",
                "-i",
                "color=black:size=160x90:rate=25:duration=8",
                "-f",
                "lavfi",
                "-i",
                "aevalsrc='" + channels + "':s=48000:d=8",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-c:a",
                "flac",
                clip.toString());
        return clip;
    }

    private EncodedStream encoded(Path clip) throws IOException {
        return EncodedStream.of(clip, SETTINGS, work);
    }

    private static EncodingPlan plan(Path clip, PlanSettings settings) throws IOException {
        return EncodingPlan.of(
                VideoId.of("01890000-0000-7000-8000-000000000001"),
                1,
                new ObjectRef("work", "source", 1, ""),
                Probing.probe(clip),
                settings);
    }

    private static PlanSettings normalised(double target) {
        var sound = new SoundSettings(320_000, List.of(), Optional.of(new LoudnessTarget(target, -1.5)));
        return new PlanSettings(
                SETTINGS.profile(),
                SETTINGS.ladders(),
                SETTINGS.negligibleGain(),
                SETTINGS.grid(),
                SETTINGS.encoder(),
                sound,
                SETTINGS.passThrough(),
                SETTINGS.downloads());
    }

    private Loudness encode(Path clip, EncodingPlan plan, AudioRendition rendition) {
        return loudness(AudioEncodeCommand.of(
                plan, rendition, List.of("-y", "-i", clip.toString()), work.resolve("sound.mp4")));
    }

    private static Loudness measure(Path clip, EncodingPlan plan, AudioRendition rendition) {
        return loudness(AudioEncodeCommand.measuring(plan, rendition, List.of("-i", clip.toString())));
    }

    private static Loudness loudness(List<String> arguments) {
        return MeasuredLoudness.in(
                        Ffmpeg.log(arguments.toArray(String[]::new)).lines().toList())
                .orElseThrow();
    }

    /** Asserts the level of one channel of the file while one channel after the other of the source sounds alone, dBFS. */
    private static void assertLevels(Path file, int channel, double from, double... expected) {
        for (int sounding = 0; sounding < expected.length; sounding++) {
            double level = peak(file, channel, from + sounding * 0.5 + 0.2, from + sounding * 0.5 + 0.3);
            if (expected[sounding] < -100) {
                assertThat(level)
                        .as("channel %d while %d sounds", channel, sounding)
                        .isLessThan(-40);
            } else {
                assertThat(level)
                        .as("channel %d while %d sounds", channel, sounding)
                        .isCloseTo(expected[sounding], within(0.7));
            }
        }
    }

    /** Largest sample of one channel in a stretch of time, dBFS. */
    private static double peak(Path file, int channel, double from, double until) {
        return level("max", file, channel, from, until);
    }

    private static double level(String kind, Path file, int channel, double from, double until) {
        String filter = "pan=mono|c0=c%d,atrim=%s:%s,volumedetect".formatted(channel, from, until);
        String label = kind + "_volume: ";
        return Ffmpeg.log("-i", file.toString(), "-af", filter, "-f", "null", "-")
                .lines()
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(
                        line.substring(line.indexOf(label) + label.length()).split(" ", 2)[0]))
                .findFirst()
                .orElseThrow();
    }
}
