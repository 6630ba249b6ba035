package io.anpip.validator.bmff;

import io.anpip.validator.bmff.InitSegment.Edit;
import io.anpip.validator.bmff.InitSegment.SampleDefaults;
import io.anpip.validator.bmff.InitSegment.Track;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads init segments. */
public final class InitSegmentReader {

    private static final int MOST_EDITS = 1000;

    private InitSegmentReader() {}

    /** Reads a whole init segment. */
    public static InitSegment read(byte[] bytes) throws Malformed {
        ByteBuffer file = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        try {
            List<Box> boxes = Box.between(file, 0, bytes.length);
            Box moov = boxes.stream()
                    .filter(box -> box.type().equals("moov"))
                    .findFirst()
                    .orElseThrow(() -> new Malformed("there is no moov box"));
            Optional<Box> mvex = moov.find(file, "mvex", 0);
            List<Track> tracks = new ArrayList<>();
            for (Box trak : moov.all(file, "trak")) {
                tracks.add(track(file, trak, mvex));
            }
            return new InitSegment(sha256(bytes), boxes.stream().map(Box::type).toList(), mvex.isPresent(), tracks);
        } catch (IndexOutOfBoundsException | BufferUnderflowException cutOff) {
            throw new Malformed("a box is cut off");
        }
    }

    private static Track track(ByteBuffer file, Box trak, Optional<Box> mvex) throws Malformed {
        ByteBuffer tkhd = trak.child(file, "tkhd").fields(file);
        int id = tkhd.getInt(tkhd.get(0) == 1 ? 20 : 12);
        Box media = trak.child(file, "mdia");
        ByteBuffer mdhd = media.child(file, "mdhd").fields(file);
        long timescale = Integer.toUnsignedLong(mdhd.getInt(mdhd.get(0) == 1 ? 20 : 12));
        if (timescale == 0) {
            throw new Malformed("the timescale is 0");
        }
        List<Box> entries = media.child(file, "minf")
                .child(file, "stbl")
                .child(file, "stsd")
                .children(file, 8);
        if (entries.isEmpty()) {
            throw new Malformed("there is no sample description");
        }
        Optional<Box> edts = trak.find(file, "edts", 0);
        List<Edit> edits =
                edts.isPresent() ? edits(edts.get().child(file, "elst").fields(file)) : List.of();
        byte[] handler = new byte[4];
        media.child(file, "hdlr").fields(file).get(8, handler);
        return new Track(
                id,
                new String(handler, StandardCharsets.ISO_8859_1),
                timescale,
                entries.size(),
                SampleEntryReader.read(file, entries.getFirst()),
                edits,
                defaults(file, mvex, id));
    }

    private static List<Edit> edits(ByteBuffer elst) throws Malformed {
        boolean wide = elst.get() == 1;
        elst.position(4);
        int count = elst.getInt();
        if (count < 0 || count > MOST_EDITS) {
            throw new Malformed("the edit list claims " + Integer.toUnsignedString(count) + " edits");
        }
        List<Edit> edits = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            long duration = wide ? elst.getLong() : Integer.toUnsignedLong(elst.getInt());
            long mediaTime = wide ? elst.getLong() : elst.getInt();
            edits.add(new Edit(duration, mediaTime, elst.getInt()));
        }
        return edits;
    }

    private static SampleDefaults defaults(ByteBuffer file, Optional<Box> mvex, int id) throws Malformed {
        if (mvex.isPresent()) {
            for (Box trex : mvex.get().all(file, "trex")) {
                ByteBuffer fields = trex.fields(file);
                if (fields.getInt(4) == id) {
                    return new SampleDefaults(fields.getInt(12), fields.getInt(16), fields.getInt(20));
                }
            }
        }
        return new SampleDefaults(0, 0, 0);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
