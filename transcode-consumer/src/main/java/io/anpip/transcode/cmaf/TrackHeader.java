package io.anpip.transcode.cmaf;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * What the moov box says of the one track of a file.
 *
 * @param timescale ticks per second
 * @param codecs RFC 6381 codecs string
 * @param defaultDuration ticks of a sample that does not say otherwise
 * @param defaultSize bytes of a sample that does not say otherwise
 * @param defaultFlags flags of a sample that does not say otherwise
 */
record TrackHeader(int timescale, String codecs, int defaultDuration, int defaultSize, int defaultFlags) {

    static TrackHeader read(ByteBuffer bytes, List<Box> boxes) throws Malformed {
        Box moov = boxes.stream()
                .filter(box -> box.type() == Box.MOOV)
                .findFirst()
                .orElseThrow(() -> new Malformed("the box moov is missing"));
        List<Box> tracks =
                moov.children(bytes, 0).stream().filter(box -> box.is("trak")).toList();
        if (tracks.size() != 1) {
            throw new Malformed("it has " + tracks.size() + " tracks in place of one");
        }
        Box media = tracks.getFirst().child(bytes, "mdia");
        Box mdhd = media.child(bytes, "mdhd");
        int timescale = bytes.getInt(mdhd.content() + (bytes.get(mdhd.content()) == 1 ? 20 : 12));
        Box stsd = media.child(bytes, "minf").child(bytes, "stbl").child(bytes, "stsd");
        List<Box> entries = stsd.children(bytes, 8);
        if (entries.size() != 1) {
            throw new Malformed("it has " + entries.size() + " sample descriptions in place of one");
        }
        Box trex = moov.child(bytes, "mvex").child(bytes, "trex");
        return new TrackHeader(
                timescale,
                CodecsString.of(bytes, entries.getFirst()),
                bytes.getInt(trex.content() + 12),
                bytes.getInt(trex.content() + 16),
                bytes.getInt(trex.content() + 20));
    }
}
