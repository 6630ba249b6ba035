package io.anpip.validator;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.validator.Mutation.Change;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.CmafRule;
import io.anpip.validator.rule.DashRule;
import io.anpip.validator.rule.HlsRule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** What can be broken in whole tracks. */
final class TrackMutations {

    private static final String MASTER = "master.m3u8";
    private static final String MPD = "manifest.mpd";
    private static final int SYNC = 0x02000000;
    private static final int NON_SYNC = 0x01010000;
    /** AudioSpecificConfig of AAC-LC at 48 kHz; the channels are bits of the second byte. */
    private static final String STEREO = "\u0011\u0090";

    private TrackMutations() {}

    static List<Mutation> all() {
        return List.of(
                Mutation.of(
                                AppleRule.CODEC,
                                "an unknown video codec",
                                stream -> stream.bytes(
                                        "large/init.mp4", init -> Bytes.rename(init, "avc1\0\0\0", "mp4v\0\0\0")))
                        .and(CmafRule.ENTRY, AppleRule.CODECS, AppleRule.I_FRAME_CODECS, DashRule.CODECS),
                Mutation.of(AppleRule.CODEC, "H.264 in a transport stream", TrackMutations::transportStream),
                Mutation.of(
                                AppleRule.HEVC_CONTAINER,
                                "HEVC in a transport stream",
                                stream -> transportStream(stream)
                                        .pattern(
                                                MASTER,
                                                "CODECS=\"avc1.6400..(.*\nlarge)",
                                                "CODECS=\"hvc1.1.6.L93.90$1"))
                        .and(AppleRule.CODECS),
                Mutation.of(
                        AppleRule.PARAMETER_SETS,
                        "parameter sets in the samples",
                        stream -> stream.bytes("large/init.mp4", init -> Bytes.rename(init, "avc1\0\0\0", "avc3\0\0\0"))
                                .bytes("small/init.mp4", init -> Bytes.rename(init, "avc1\0\0\0", "avc3\0\0\0"))
                                .text(MASTER, "avc1.", "avc3.")
                                .text(MPD, "avc1.", "avc3.")),
                Mutation.of(
                                CmafRule.SYNC,
                                "a key frame that is not marked",
                                stream -> stream.bytes(
                                        "large/2.m4s", segment -> Bytes.add(segment, "trun", 2, 16, NON_SYNC - SYNC)))
                        .and(AppleRule.KEY_FRAME_DISTANCE, HlsRule.I_FRAME),
                Mutation.of(
                                CmafRule.FRAMES,
                                "a frame one tick shorter at the end",
                                stream -> stream.bytes("large/3.m4s", segment -> shorter(segment, 3)))
                        .and(DashRule.TIMELINE),
                Mutation.of(
                                HlsRule.SAME_INIT,
                                "two init segments",
                                stream -> stream.copy("large/init.mp4", "large/other.mp4")
                                        .bytes("large/other.mp4", init -> Bytes.add(init, "mvhd", 1, 8, 1))
                                        .text(
                                                "large/playlist.m3u8",
                                                "#EXTINF:6.000000,\n2.m4s",
                                                "#EXT-X-MAP:URI=\"other.mp4\"\n#EXTINF:6.000000,\n2.m4s"))
                        .and(CmafRule.SAME_INIT),
                Mutation.of(
                                AppleRule.PEAK_TO_AVERAGE,
                                "one segment far larger than the others",
                                stream -> padded(stream, "large/2.m4s", 2_000_000))
                        .and(AppleRule.PEAK_RATE, AppleRule.AVERAGE_RATE, AppleRule.LARGEST_SUM, DashRule.BANDWIDTH),
                Mutation.of(AppleRule.AUDIO_RATE, "stereo at 200 kbps", stream -> {
                            for (int number = 1; number <= 3; number++) {
                                padded(stream, "sound/" + number + ".m4s", 100_000);
                            }
                        })
                        .and(
                                AppleRule.PEAK_RATE,
                                AppleRule.AVERAGE_RATE,
                                AppleRule.LARGEST_SUM,
                                AppleRule.CELLULAR,
                                DashRule.BANDWIDTH),
                Mutation.of(
                                AppleRule.STEREO_AAC,
                                "all sound is mono",
                                stream -> stream.bytes("sound/init.mp4", init -> Bytes.set(init, STEREO, 1, 0x88)))
                        .and(HlsRule.CHANNELS, DashRule.CHANNELS),
                Mutation.of(AppleRule.MULTICHANNEL_APART, "picture and six channels in one file", stream -> {
                            withSound(stream);
                            stream.bytes("large/both.mp4", init -> Bytes.set(init, STEREO, 1, 0xB0));
                        })
                        .and(AppleRule.AUDIO_APART, CmafRule.TRACK, CmafRule.SAME_INIT),
                Mutation.of(
                        HlsRule.SAME_MEMBERS,
                        "a second group without the first one's language",
                        stream -> stream.text(
                                MASTER,
                                "#EXT-X-MEDIA:TYPE=SUBTITLES",
                                "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"more\",NAME=\"Français\",LANGUAGE=\"fr\",CHANNELS=\"2\",URI=\"sound/playlist.m3u8\"\n#EXT-X-MEDIA:TYPE=SUBTITLES")),
                Mutation.of(AppleRule.AUDIO_APART, "picture and sound in one file", TrackMutations::withSound)
                        .and(CmafRule.TRACK, CmafRule.SAME_INIT),
                Mutation.of(
                        AppleRule.SAME_DURATION,
                        "the last segment of the sound is not listed",
                        stream -> stream.pattern("sound/playlist.m3u8", "#EXTINF.*\n3.m4s\n", "")
                                .delete(MPD)),
                Mutation.of(AppleRule.SAME_BOUNDARIES, "the sound has a boundary more", TrackMutations::cutOnceMore),
                Mutation.of(
                        AppleRule.TWO_AT_THE_TOP,
                        "one HD variant",
                        stream -> stream.bytes("large/init.mp4", init -> size(init, 1280, 720))
                                .bytes("small/init.mp4", init -> size(init, 640, 360))
                                .text(MASTER, "384x216", "1280x720")
                                .text(MASTER, "192x108", "640x360")
                                .text(MPD, "width=\"384\" height=\"216\"", "width=\"1280\" height=\"720\"")
                                .text(MPD, "width=\"192\" height=\"108\"", "width=\"640\" height=\"360\"")));
    }

    /** The first sample of the n-th fragment one tick shorter, where its duration is written; else all of its samples. */
    private static byte[] shorter(byte[] segment, int nth) {
        ByteBuffer file = ByteBuffer.wrap(segment);
        int run = -1;
        int header = -1;
        for (int count = 0; count < nth; count++) {
            header = Bytes.find(segment, "tfhd", header + 1);
            run = Bytes.find(segment, "trun", run + 1);
        }
        int inRun = file.getInt(run + 4);
        if ((inRun & 0x100) != 0) {
            int position = run + 12 + ((inRun & 1) != 0 ? 4 : 0) + ((inRun & 4) != 0 ? 4 : 0);
            return file.putInt(position, file.getInt(position) - 1).array();
        }
        int inHeader = file.getInt(header + 4);
        assertThat(inHeader & 8).as("a default duration").isEqualTo(8);
        int position = header + 12 + ((inHeader & 1) != 0 ? 8 : 0) + ((inHeader & 2) != 0 ? 4 : 0);
        return file.putInt(position, file.getInt(position) - 1).array();
    }

    private static byte[] size(byte[] init, int width, int height) {
        ByteBuffer.wrap(init).putInt(Bytes.find(init, "avc1\0\0\0", 0) + 28, width << 16 | height);
        return init;
    }

    /** As long as before, so that the bit rates stay. */
    private static Change transportStream(Change stream) throws IOException {
        for (int number = 1; number <= 3; number++) {
            stream.bytes("large/" + number + ".m4s", segment -> {
                for (int position = 0; position < segment.length; position += 188) {
                    segment[position] = 0x47;
                }
                return segment;
            });
        }
        return stream;
    }

    private static Change padded(Change stream, String name, int size) throws IOException {
        return stream.bytes(
                name,
                segment -> ByteBuffer.allocate(segment.length + size)
                        .put(segment)
                        .putInt(size)
                        .put("free".getBytes(StandardCharsets.US_ASCII))
                        .array());
    }

    /** The track box of the sound beside that of the picture; DASH keeps the plain one. */
    private static void withSound(Change stream) throws IOException {
        byte[] sound = Files.readAllBytes(stream.folder().resolve("sound/init.mp4"));
        int track = Bytes.find(sound, "trak", 0) - 4;
        byte[] box =
                Arrays.copyOfRange(sound, track, track + ByteBuffer.wrap(sound).getInt(track));
        stream.copy("large/init.mp4", "large/both.mp4")
                .bytes("large/both.mp4", init -> {
                    int own = Bytes.find(init, "trak", 0) - 4;
                    return MediaMutations.inserted(
                            init, own + ByteBuffer.wrap(init).getInt(own), box, "moov");
                })
                .text("large/playlist.m3u8", "init.mp4", "both.mp4");
    }

    /** The first segment of the sound as two: two fragments, and the third. */
    private static void cutOnceMore(Change stream) throws IOException {
        byte[] segment = Files.readAllBytes(stream.folder().resolve("sound/1.m4s"));
        int second = Bytes.find(segment, "moof", Bytes.find(segment, "moof", 0) + 4);
        int third = Bytes.find(segment, "moof", second + 4) - 4;
        double total = StreamMaker.soundTicks(segment) / 48_000.0;
        double rest = StreamMaker.soundTicks(Arrays.copyOfRange(segment, third, segment.length)) / 48_000.0;
        stream.copy("sound/1.m4s", "sound/1b.m4s")
                .bytes("sound/1.m4s", bytes -> Arrays.copyOf(bytes, third))
                .bytes(
                        "sound/1b.m4s",
                        bytes -> ByteBuffer.allocate(24 + bytes.length - third)
                                .put(bytes, 0, 24)
                                .put(bytes, third, bytes.length - third)
                                .array())
                .pattern(
                        "sound/playlist.m3u8",
                        "#EXTINF.*\n1.m4s",
                        "#EXTINF:%.6f,\n1.m4s\n#EXTINF:%.6f,\n1b.m4s".formatted(total - rest, rest))
                // A shorter run may have a somewhat higher rate.
                .scale(MASTER, "INF:BANDWIDTH=([0-9]+).*\nlarge", 1.01)
                .scale(MASTER, "INF:BANDWIDTH=([0-9]+).*\nsmall", 1.02)
                .scale(MASTER, "INF:BANDWIDTH=([0-9]+).*\nsound", 1.05)
                .delete(MPD);
    }
}
