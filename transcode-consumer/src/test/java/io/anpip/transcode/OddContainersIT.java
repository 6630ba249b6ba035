package io.anpip.transcode;

import static io.anpip.transcode.OddClips.encoded;
import static io.anpip.transcode.OddClips.make;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoTrack;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the container, with an index or without, a chunk in the middle begins with exactly its first picture. */
class OddContainersIT {

    private static final int FRAMES = 350;
    private static final String X264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -qp 10 -g 90 ";

    @TempDir
    private Path work;

    /** Two chunks of each, the second of which starts between two key frames. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clip.mp4  | -bf 2 -x264-params b-pyramid=1",
                "clip.mp4  | -bf 2 -movflags +faststart",
                "clip.mp4  | -bf 2 -movflags +frag_keyframe+empty_moov",
                "clip.mp4  | -bf 2 -movflags +frag_keyframe+empty_moov+default_base_moof+skip_trailer",
                "clip.mp4  | -bf 2 -movflags +frag_keyframe+empty_moov+dash",
                "clip.mov  | -bf 2",
                "clip.3gp  | -bf 0 -profile:v baseline",
                "clip.mkv  | -bf 2",
                "clip.mkv  | -bf 2 -f matroska -live 1",
                "clip.webm | -c:v libvpx -deadline realtime -cpu-used 8 -b:v 1M -g 90",
                "clip.webm | -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -b:v 1M -g 90 -f webm -live 1",
                "clip.avi  | -bf 0",
                "clip.avi  | -bf 2",
                "clip.avi  | -c:v mpeg4 -q:v 2 -g 90 -bf 2",
                "clip.ts   | -bf 2",
                "clip.ts   | -c:v mpeg2video -q:v 2 -g 15 -bf 2",
                "clip.m2ts | -bf 2 -mpegts_m2ts_mode 1 -f mpegts",
                "clip.mpg  | -c:v mpeg2video -b:v 1M -minrate 1M -maxrate 1M -bufsize 400k -g 15 -bf 2",
                "clip.vob  | -c:v mpeg2video -b:v 1M -minrate 1M -maxrate 1M -bufsize 400k -g 15 -bf 2 -f vob",
                "clip.flv  | -bf 2",
                "clip.flv  | -bf 2 -flvflags +no_metadata+no_duration_filesize+no_sequence_end",
                "clip.ogv  | -c:v libvpx -deadline realtime -cpu-used 8 -b:v 1M -g 90 -f ogg",
                "clip.wmv  | -c:v wmv2 -q:v 2 -g 90",
                "clip.mxf  | -c:v mpeg2video -q:v 2 -g 15 -bf 2",
            })
    void chunksFitTogether(String file, String arguments) throws IOException {
        String codec = arguments.contains("-c:v") ? arguments : X264 + arguments;
        Path clip = SampleClips.numbered(work.resolve(file), "64x48", "25", FRAMES, codec.split(" "));

        EncodedStream stream = encoded(clip);

        assertThat(stream.plan().grid().orElseThrow().chunks()).hasSize(2);
        assertShowsAll(stream);
    }

    @Test
    void anAviWithoutItsIndexIsReadFromTheBeginning() throws IOException {
        Path clip = SampleClips.numbered(
                work.resolve("clip.avi"), "64x48", "25", FRAMES, "-c:v", "mpeg4", "-q:v", "2", "-g", "90");
        overwrite(clip, "idx1", 0, "JUNK".getBytes(StandardCharsets.US_ASCII));

        assertShowsAll(encoded(clip));
    }

    /** A header can claim any length; what is there counts. */
    @ParameterizedTest
    @CsvSource({"0", "1", "36000000", "2147483647"})
    void aFragmentedFileIsAsLongAsItsPackets(int claimed) throws IOException {
        Path clip = SampleClips.numbered(
                work.resolve("clip.mp4"),
                "64x48",
                "25",
                FRAMES,
                (X264 + "-movflags +frag_keyframe+empty_moov").split(" "));
        byte[] length = ByteBuffer.allocate(4).putInt(claimed).array();
        overwrite(clip, "mvhd", 20, length);
        overwrite(clip, "tkhd", 24, length);
        overwrite(clip, "mdhd", 20, length);

        assertShowsAll(encoded(clip));
    }

    /** A cover, a still that a camera adds, a short and a long film: the long one. And tracks that are neither picture nor sound. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cover first | clip.mp4 | -map 2 -map 0 -c:v:0 mjpeg -disposition:v:0 attached_pic",
                "cover first | clip.mkv | -map 2 -map 0 -c:v:0 mjpeg -disposition:v:0 attached_pic",
                "still first | clip.mov | -map 2 -map 0 -c:v:0 mjpeg",
                "short first | clip.mp4 | -map 1 -map 0",
                "short last  | clip.ts  | -map 0 -map 1",
                "not default | clip.mkv | -map 1 -map 0 -disposition:v:0 0 -disposition:v:1 default",
                "timecode    | clip.mov | -map 0 -timecode 10:00:00:00",
            })
    void theFilmIsFound(String what, String file, String arguments) throws IOException {
        List<String> inputs = List.of(
                "-f",
                "lavfi",
                "-i",
                "color=black:size=64x48:rate=25,geq=lum='30+mod(N*37,180)':cb=128:cr=128,trim=end_frame=75",
                "-f",
                "lavfi",
                "-i",
                "color=white:size=80x60:rate=25,trim=end_frame=10",
                "-f",
                "lavfi",
                "-i",
                "color=gray:size=320x240:rate=25,trim=end_frame=1");
        Path clip = make(work.resolve(file), inputs, "-c:v libx264 -qp 10 -pix_fmt yuv420p " + arguments);

        EncodedStream stream = encoded(clip);

        assertThat(stream.plan().probe().video().orElseThrow().codedWidth()).isEqualTo(64);
        OddTimesIT.assertShows(stream, 75, picture -> picture);
    }

    @Test
    void aCoverBesideSoundIsNotAVideo() throws IOException {
        Path clip = make(
                work.resolve("clip.m4a"),
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=duration=2",
                        "-f",
                        "lavfi",
                        "-i",
                        "color=gray:size=320x240,trim=end_frame=1"),
                "-c:a aac -c:v mjpeg -disposition:v:0 attached_pic -f mp4");

        SourceProbe probe = Probing.probe(clip);

        assertThat(probe.video()).isEmpty();
        assertThat(probe.audio()).hasSize(1);
    }

    /** Where and on what a video was taken, in tags of the container, of its tracks, and in a message beside the pictures. */
    @ParameterizedTest
    @CsvSource({"clip.mp4, true", "clip.mov, true", "clip.mkv, true", "clip.mov, false"})
    void nothingTellsWhereOrOnWhatItWasTaken(String file, boolean lower) throws IOException {
        List<String> planted = List.of(
                "PlantedPlace",
                "+52.5163+013.3777",
                "PlantedMaker",
                "PlantedModel",
                "1999-12-31",
                "PlantedEncoder",
                "PlantedTitle",
                "PlantedHandler",
                "PlantedMessage",
                "PlantedArtist");
        String prefix = lower ? "" : "com.apple.quicktime.";
        Path clip = make(
                work.resolve(file),
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=320x300:rate=25:duration=1",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=duration=1"),
                "-c:v libx264 -c:a aac -pix_fmt yuv420p -movflags +use_metadata_tags -metadata location=+52.5163+013.3777/"
                        + " -metadata " + prefix + "location.ISO6709=+52.5163+013.3777/ -metadata place=PlantedPlace"
                        + " -metadata " + prefix + "make=PlantedMaker -metadata " + prefix + "model=PlantedModel"
                        + " -metadata creation_time=1999-12-31T23:59:59Z -metadata encoder=PlantedEncoder"
                        + " -metadata " + prefix
                        + "software=PlantedEncoder -metadata title=PlantedTitle -metadata artist=PlantedArtist"
                        + " -metadata:s handler_name=PlantedHandler -metadata:s:v title=PlantedTitle -metadata:s vendor_id=Plan"
                        + " -bsf:v h264_metadata=sei_user_data=086f3693-b7b3-4f2c-9653-21492feee5b8+PlantedMessage");
        String source = Files.readString(clip, StandardCharsets.ISO_8859_1);
        assertThat(planted)
                .filteredOn(source::contains)
                .contains("PlantedMaker", "PlantedModel", "+52.5163+013.3777", "PlantedMessage");

        EncodedStream stream = encoded(clip);

        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(stream.folder())) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        assertThat(files).hasSizeGreaterThan(10);
        for (Path output : files) {
            String bytes = Files.readString(output, StandardCharsets.ISO_8859_1);
            assertThat(planted).as(output.toString()).noneMatch(bytes::contains);
        }
        assertThat(creationTimes(stream)).containsOnly(0L);
    }

    private static List<Long> creationTimes(EncodedStream stream) throws IOException {
        List<Long> times = new ArrayList<>();
        for (String rendition : List.of("240p", "300p", "audio-0")) {
            byte[] init = Files.readAllBytes(stream.folder().resolve(rendition).resolve("init.mp4"));
            String text = new String(init, StandardCharsets.ISO_8859_1);
            for (String box : List.of("mvhd", "tkhd", "mdhd")) {
                times.add(ByteBuffer.wrap(init).getInt(text.indexOf(box) + 8) & 0xffff_ffffL);
            }
        }
        return times;
    }

    private static void assertShowsAll(EncodedStream stream) throws IOException {
        VideoTrack track = stream.plan().probe().video().orElseThrow();
        assertThat(track.durationSeconds()).isCloseTo(FRAMES / 25.0, within(0.021));
        OddTimesIT.assertShows(stream, FRAMES, picture -> picture);
    }

    /** Overwrites bytes behind the last place where four letters stand. */
    private static void overwrite(Path file, String letters, int offset, byte[] bytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int at = new String(all, StandardCharsets.ISO_8859_1).lastIndexOf(letters);
        assertThat(at).isPositive();
        System.arraycopy(bytes, 0, all, at + offset, bytes.length);
        Files.write(file, all);
    }
}
