package io.anpip.transcode.cmaf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Makes fragmented MP4 files the way FFmpeg lays them out, with samples of made-up content. */
final class SyntheticFile {

    /**
     * A sample to put in.
     *
     * @param compositionOffset ticks it is shown later than it is decoded
     * @param sync whether it is a key frame
     */
    record Frame(int compositionOffset, boolean sync) {}

    private SyntheticFile() {}

    /** A video track of fragments that start where a key frame is, with frames one duration apart. */
    static byte[] video(int timescale, int duration, List<Frame> frames, int dates) {
        byte[] avcC = box("avcC", new byte[] {1, 0x64, 0, 0x1F, (byte) 0xFF, (byte) 0xE0, 0});
        byte[] entry = box("avc1", concat(new byte[78], avcC));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(box("ftyp", "iso6".getBytes(StandardCharsets.US_ASCII), ints(512)));
        out.writeBytes(moov(timescale, entry, dates));
        int start = 0;
        while (start < frames.size()) {
            int end = start + 1;
            while (end < frames.size() && !frames.get(end).sync()) {
                end++;
            }
            out.writeBytes(fragment(start, duration, frames.subList(start, end)));
            start = end;
        }
        return out.toByteArray();
    }

    /** An AAC track with this many frames in one fragment; frame n holds n % 251 in all its bytes. */
    static byte[] audio(int frames) {
        byte[] config = {5, 2, 0x11, (byte) 0x90};
        byte[] decoder = concat(new byte[] {4, 17, 0x40}, new byte[12], config);
        byte[] es = concat(new byte[] {3, (byte) (3 + decoder.length), 0, 1, 0}, decoder);
        byte[] entry = box("mp4a", concat(new byte[28], box("esds", ints(0), es)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(box("ftyp", "iso6".getBytes(StandardCharsets.US_ASCII), ints(512)));
        out.writeBytes(moov(48_000, entry, 0));
        Frame[] all = new Frame[frames];
        Arrays.fill(all, new Frame(0, true));
        out.writeBytes(fragment(0, 1024, List.of(all)));
        return out.toByteArray();
    }

    /** Size of the sample of this index. */
    static int sizeOf(int frame) {
        return 10 + frame % 7;
    }

    private static byte[] moov(int timescale, byte[] entry, int dates) {
        byte[] mvhd = box("mvhd", ints(0, dates, dates, 1000, dates), new byte[80]);
        byte[] tkhd = box("tkhd", ints(7, dates, dates, 1, 0, dates), new byte[60]);
        byte[] mdhd = box("mdhd", ints(0, dates, dates, timescale, dates, 0x55C40000));
        byte[] stsd = box("stsd", ints(0, 1), entry);
        byte[] mdia = box("mdia", mdhd, box("minf", box("stbl", stsd)));
        byte[] trak = box("trak", tkhd, box("edts", box("elst", ints(0, 0))), mdia);
        byte[] mvex = box("mvex", box("mehd", ints(0, dates)), box("trex", ints(0, 1, 1, 0, 0, 0)));
        return box("moov", mvhd, trak, mvex, box("udta", ints(dates)));
    }

    private static byte[] fragment(int start, int duration, List<Frame> frames) {
        int trunSize = 8 + 4 + 8 + 12 * frames.size();
        int moofSize = 8 + 16 + 8 + 20 + 20 + trunSize;
        ByteBuffer trun = ByteBuffer.allocate(trunSize - 8);
        trun.putInt(0x1 | 0x200 | 0x400 | 0x800).putInt(frames.size()).putInt(moofSize + 8);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int index = 0; index < frames.size(); index++) {
            Frame frame = frames.get(index);
            byte[] content = new byte[sizeOf(start + index)];
            Arrays.fill(content, (byte) ((start + index) % 251));
            data.writeBytes(content);
            trun.putInt(content.length)
                    .putInt(frame.sync() ? 0x02000000 : 0x01010000)
                    .putInt(frame.compositionOffset());
        }
        byte[] traf = box(
                "traf",
                box("tfhd", ints(0x020008, 1, duration)),
                box("tfdt", ints(1 << 24, 0, start * duration)),
                box("trun", trun.array()));
        return concat(box("moof", box("mfhd", ints(0, 1)), traf), box("mdat", data.toByteArray()));
    }

    private static byte[] box(String type, byte[]... contents) {
        byte[] content = concat(contents);
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
