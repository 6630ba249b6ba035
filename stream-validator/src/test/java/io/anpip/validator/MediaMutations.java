package io.anpip.validator;

import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.CmafRule;
import io.anpip.validator.rule.DashRule;
import io.anpip.validator.rule.Rule;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** What can be broken in init segments and media segments. */
final class MediaMutations {

    private static final String INIT = "large/init.mp4";
    private static final String SECOND = "large/2.m4s";
    /** A flag of tfhd, in the fourth byte after its name. */
    private static final int FLAGS = 4;

    private MediaMutations() {}

    static List<Mutation> all() {
        return List.of(
                bytes(
                        AppleRule.DECODE_TIME,
                        "a tfdt one tick late",
                        SECOND,
                        segment -> Bytes.add(segment, "tfdt", 2, 12, 1)),
                bytes(
                                AppleRule.DECODE_TIME,
                                "the tfdt of a segment one tick late",
                                SECOND,
                                segment -> Bytes.add(segment, "tfdt", 1, 12, 1))
                        .and(DashRule.TIMELINE, DashRule.ALIGNMENT),
                bytes(
                                AppleRule.STARTS_WITH_IDR,
                                "no IDR but a slice that is marked as sync",
                                SECOND,
                                MediaMutations::plainSlice)
                        .and(DashRule.SAP, io.anpip.validator.rule.HlsRule.I_FRAME),
                bytes(
                        CmafRule.FILE,
                        "a segment that is cut off",
                        SECOND,
                        segment -> Arrays.copyOf(segment, segment.length - 1)),
                bytes(
                        CmafRule.TRACK_ID,
                        "a fragment of another track",
                        SECOND,
                        segment -> Bytes.add(segment, "tfhd", 2, 8, 1)),
                bytes(
                        CmafRule.BASE,
                        "no default-base-is-moof",
                        SECOND,
                        segment -> Bytes.add(segment, "tfhd", 2, FLAGS, -0x020000)),
                bytes(CmafRule.TFDT, "no tfdt", SECOND, segment -> Bytes.rename(segment, "tfdt", "free")),
                bytes(
                        CmafRule.TRUN,
                        "samples outside of the mdat",
                        "sound/2.m4s",
                        segment -> Bytes.add(segment, "trun", 1, 12, 1000)),
                bytes(
                        CmafRule.SEQUENCE,
                        "a sequence number twice",
                        SECOND,
                        segment -> Bytes.add(segment, "mfhd", 2, 8, -1)),
                bytes(CmafRule.HEADER, "no mvex", "sound/init.mp4", init -> Bytes.rename(init, "mvex", "free")),
                bytes(CmafRule.HEADER, "no ftyp", "sound/init.mp4", init -> Bytes.rename(init, "ftyp", "free")),
                bytes(CmafRule.TRACK, "two tracks", "sound/init.mp4", MediaMutations::trackTwice),
                bytes(CmafRule.ENTRY, "an unknown codec", "sound/init.mp4", init -> Bytes.rename(init, "mp4a", "xyz1"))
                        .and(AppleRule.CODECS, DashRule.CODECS),
                bytes(CmafRule.EDIT, "an edit that skips a frame", INIT, init -> withEdit(init, 100))
                        .and(DashRule.TIMELINE),
                Mutation.of(
                                CmafRule.SAME_INIT,
                                "another init segment for DASH",
                                stream -> stream.copy(INIT, "large/other.mp4")
                                        .bytes("large/other.mp4", init -> Bytes.add(init, "mvhd", 1, 8, 1))
                                        .text(
                                                "manifest.mpd",
                                                "initialization=\"$RepresentationID$/init.mp4\" media=\"$RepresentationID$/$Number$.m4s\" startNumber=\"1\"><SegmentTimeline><S t=\"0\"",
                                                "initialization=\"large/other.mp4\" media=\"$RepresentationID$/$Number$.m4s\" startNumber=\"1\"><SegmentTimeline><S t=\"0\""))
                        .and(DashRule.SIZE, DashRule.CODECS),
                Mutation.of(
                        AppleRule.MAP,
                        "no map",
                        stream -> stream.text("sound/playlist.m3u8", "#EXT-X-MAP:URI=\"init.mp4\"\n", "")),
                Mutation.of(
                        AppleRule.SDR_VERSION,
                        "all video is PQ",
                        stream -> stream.bytes(INIT, init -> Bytes.set(init, "nclx", 7, 16))
                                .bytes("small/init.mp4", init -> Bytes.set(init, "nclx", 7, 16))
                                .text("master.m3u8", "VIDEO-RANGE=SDR", "VIDEO-RANGE=PQ")),
                Mutation.of(
                        AppleRule.VIDEO_RANGE,
                        "PQ that is called SDR",
                        stream -> stream.bytes(INIT, init -> Bytes.set(init, "nclx", 7, 16))),
                bytes(AppleRule.PROFILE_LIMIT, "High 10", INIT, init -> Bytes.set(init, "avcC", 5, 110))
                        .and(AppleRule.CODECS, AppleRule.I_FRAME_CODECS, DashRule.CODECS),
                bytes(AppleRule.HIGH_PROFILE, "Main", INIT, init -> Bytes.set(init, "avcC", 5, 77))
                        .and(AppleRule.CODECS, AppleRule.I_FRAME_CODECS, DashRule.CODECS),
                Mutation.of(
                        AppleRule.SOME_UP_TO_41,
                        "level 5 everywhere",
                        stream -> stream.bytes(INIT, init -> Bytes.set(init, "avcC", 7, 50))
                                .bytes("small/init.mp4", init -> Bytes.set(init, "avcC", 7, 50))
                                .pattern("master.m3u8", "avc1.6400..", "avc1.640032")
                                .pattern("manifest.mpd", "avc1.6400..", "avc1.640032")),
                Mutation.of(
                        AppleRule.ASPECT_RATIO,
                        "a square picture",
                        stream -> stream.bytes("small/init.mp4", init -> Bytes.add(init, "avc1", 1, 28, 192 - 108))
                                .text("master.m3u8", "RESOLUTION=192x108,FRAME", "RESOLUTION=192x192,FRAME")
                                .text("master.m3u8", "RESOLUTION=192x108,VIDEO", "RESOLUTION=192x192,VIDEO")
                                .text("manifest.mpd", "height=\"108\"", "height=\"192\"")));
    }

    private static Mutation bytes(Rule rule, String name, String file, UnaryOperator<byte[]> edit) {
        return Mutation.of(rule, name, stream -> stream.bytes(file, edit));
    }

    /** Turns the first IDR slice (0x65) into a slice that is none (0x61). */
    private static byte[] plainSlice(byte[] segment) {
        int position = Bytes.find(segment, "mdat", 0) + 4;
        while ((segment[position + 4] & 0x1F) != 5) {
            position += 4 + ByteBuffer.wrap(segment).getInt(position);
        }
        segment[position + 4] = 0x61;
        return segment;
    }

    /** The track box again, inside of a moov that is as much longer. */
    private static byte[] trackTwice(byte[] init) {
        int track = Bytes.find(init, "trak", 0) - 4;
        int size = ByteBuffer.wrap(init).getInt(track);
        return inserted(init, track + size, Arrays.copyOfRange(init, track, track + size), "moov");
    }

    /** An edit list with one edit at a media time, at the end of the track box. */
    private static byte[] withEdit(byte[] init, int mediaTime) {
        byte[] edit = ByteBuffer.allocate(36)
                .putInt(36)
                .put("edts".getBytes(StandardCharsets.US_ASCII))
                .putInt(28)
                .put("elst".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .putInt(1)
                .putInt(0)
                .putInt(mediaTime)
                .putInt(1 << 16)
                .array();
        int track = Bytes.find(init, "trak", 0) - 4;
        return inserted(init, track + ByteBuffer.wrap(init).getInt(track), edit, "moov", "trak");
    }

    /** Inserts bytes and makes the boxes around them longer. */
    static byte[] inserted(byte[] file, int position, byte[] more, String... around) {
        byte[] longer = ByteBuffer.allocate(file.length + more.length)
                .put(file, 0, position)
                .put(more)
                .put(file, position, file.length - position)
                .array();
        for (String box : around) {
            Bytes.add(longer, box, 1, -4, more.length);
        }
        return longer;
    }
}
