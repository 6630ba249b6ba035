package io.anpip.thumbnail.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.localstack.LocalStackSettings;
import io.anpip.localstack.bundle.BundledFfmpeg;
import io.anpip.media.ContainerFormat;
import io.anpip.media.FfmpegInstallation;
import io.anpip.media.FfmpegLookup;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.MediaInput;
import io.anpip.media.ScratchDirectory;
import io.anpip.media.ScratchSpace;
import io.anpip.thumbnail.command.PictureTrack;
import io.anpip.thumbnail.command.PictureTrack.DecodedFrames;
import io.anpip.thumbnail.command.RunLimits;
import io.anpip.thumbnail.command.StillOutputs;
import io.anpip.thumbnail.command.SurveyCommand;
import io.anpip.thumbnail.frame.PictureSize;
import io.anpip.thumbnail.preview.PreviewFormat;
import io.anpip.thumbnail.preview.PreviewPlan;
import io.anpip.thumbnail.render.RenderedPictures.Posters;
import io.anpip.thumbnail.storyboard.StoryboardPlan;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The automatic poster on clips that are made to mislead it. */
class PosterTrapsIT {

    private static final FfmpegRunner FFMPEG = new FfmpegRunner(installation());
    private static final RunLimits LIMITS = new RunLimits(Duration.ofMinutes(1), Duration.ofSeconds(30));
    private static final String BARS = "scale=320:134,pad=320:180:0:22:black";
    private static final String TITLE =
            "scale=128:14:flags=neighbor,lutyuv=y='if(gt(val,120),235,16)',pad=320:180:96:83:black";

    @TempDir
    Path folder;

    static Stream<Arguments> traps() {
        return Stream.of(
                trap(
                        "black before and after",
                        new TrapClip().even(3, "black").good(3).even(3, "black")),
                trap(
                        "white flashes",
                        new TrapClip()
                                .even(2, "white")
                                .good(2)
                                .even(1, "white")
                                .good(1)
                                .even(2, "0xe8e8e8")),
                trap("a slow fade in", new TrapClip().bad(4, "fade=in:d=7").good(4)),
                trap("a slow fade out", new TrapClip().good(4).bad(4, "fade=out:d=3")),
                trap(
                        "a title on black, then a dull scene",
                        new TrapClip().bad(4, TITLE).good(4, "eq=contrast=0.5:brightness=-0.1")),
                trap(
                        "a title on gray",
                        new TrapClip().bad(4, TITLE + ",lutyuv=y='val/2+90'").good(3, "eq=contrast=0.6")),
                trap(
                        "blurred for most of the time",
                        new TrapClip().bad(8, "boxblur=7").good(2)),
                trap(
                        "sharp for a second",
                        new TrapClip().bad(5, "boxblur=7").good(1).bad(5, "boxblur=7")),
                // The survey looks for the tile of second 5 from 5.5 s on, and finds the frame at 5.6 s.
                trap(
                        "sharp for one frame",
                        new TrapClip().bad(5.6, "boxblur=7").good(0.2).bad(5, "boxblur=7")),
                trap(
                        "blurred between bars",
                        new TrapClip().bad(6, "boxblur=7," + BARS).good(2, BARS).bad(1, "boxblur=4," + BARS)),
                trap(
                        "soft, and at times softer",
                        new TrapClip().bad(6, "boxblur=10").good(2, "boxblur=2")),
                trap(
                        "dark through and through, with black and a title",
                        new TrapClip()
                                .even(2, "black")
                                .bad(2, TITLE)
                                .good(4, "lutyuv=y='16+val/14'")
                                .even(2, "black")),
                trap("a single frame", new TrapClip().good(0.2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void thePosterIsTakenFromTheGoodScene(String name, TrapClip clip) {
        BufferedImage poster = poster(clip);

        long green = 0;
        long red = 0;
        for (int y = 0; y < poster.getHeight(); y++) {
            for (int x = 0; x < poster.getWidth(); x++) {
                red += poster.getRGB(x, y) >> 16 & 0xff;
                green += poster.getRGB(x, y) >> 8 & 0xff;
            }
        }
        assertThat(green).as(name).isGreaterThan(red);
    }

    @Test
    void anAllBlackVideoHasAPosterAllTheSame() {
        assertThat(poster(new TrapClip().even(3, "black")).getWidth()).isEqualTo(320);
    }

    private RenderOutcome<RenderedPictures> drawn(SurveyCommand survey) {
        try (ScratchSpace space = ScratchSpace.open(folder.resolve("scratch"), 0)) {
            return switch (space.reserve(64L << 20)) {
                case ScratchSpace.Reservation.Granted(ScratchDirectory scratch) ->
                    new MovingPictures(survey, 320, LIMITS, new Drawing(FFMPEG, scratch), folder).draw();
                case ScratchSpace.Reservation.DiskTooFull(String sentence) -> throw new AssertionError(sentence);
            };
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private BufferedImage poster(TrapClip clip) {
        MediaInput input = MediaInput.file(clip.in(folder, FFMPEG), ContainerFormat.MP4);
        Duration length = Duration.ofMillis(Math.round(clip.seconds() * 1000));
        StoryboardPlan storyboard =
                StoryboardPlan.of(length, 320, 180, new StoryboardPlan.Limits(160, 200, Duration.ofSeconds(1), 10, 10));
        PreviewPlan preview = PreviewPlan.of(length, new PictureSize(160, 90), 5, 5, PreviewFormat.GIF);
        SurveyCommand survey =
                new SurveyCommand(new PictureTrack(input, clip.track(), DecodedFrames.ALL, 1), storyboard, preview);
        RenderOutcome<RenderedPictures> drawn = drawn(survey);

        Posters posters = Optional.of(drawn)
                .filter(RenderOutcome.Rendered.class::isInstance)
                .map(outcome -> ((RenderOutcome.Rendered<RenderedPictures>) outcome)
                        .result()
                        .posters())
                .orElseThrow(() -> new AssertionError("Nothing was drawn: " + drawn));
        try {
            Path largest = posters.folder()
                    .resolve(StillOutputs.fileName(posters.sizes().getLast()));
            return Objects.requireNonNull(ImageIO.read(largest.toFile()), "not a picture");
        } catch (IOException unreadable) {
            throw new AssertionError("The poster can't be read", unreadable);
        }
    }

    private static Arguments trap(String name, TrapClip clip) {
        return Arguments.of(name, clip);
    }

    private static FfmpegInstallation installation() {
        try {
            Path programs = BundledFfmpeg.unpack(LocalStackSettings.userCache());
            return switch (FfmpegInstallation.locate(Optional.of(programs))) {
                case FfmpegLookup.Found(FfmpegInstallation found) -> found;
                case FfmpegLookup.Missing missing -> throw new AssertionError("No FFmpeg: " + missing);
            };
        } catch (IOException noDisk) {
            throw new AssertionError("FFmpeg can't be unpacked", noDisk);
        }
    }
}
