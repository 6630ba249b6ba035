package io.anpip.validator.bmff;

import io.anpip.validator.bmff.InitSegment.Track;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads media segments. */
public final class SegmentReader {

    private SegmentReader() {}

    /** Reads a whole segment of a track. */
    public static SegmentFile read(byte[] bytes, Track track) throws Malformed {
        ByteBuffer file = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        try {
            List<Box> boxes = Box.between(file, 0, bytes.length);
            List<Fragment> fragments = new ArrayList<>();
            for (int index = 0; index < boxes.size(); index++) {
                Box box = boxes.get(index);
                if (box.type().equals("moof")) {
                    boolean hasData = index + 1 < boxes.size()
                            && boxes.get(index + 1).type().equals("mdat");
                    if (!hasData) {
                        throw new Malformed("no mdat follows the moof at byte " + box.offset());
                    }
                    fragments.add(new FragmentReader(file, track, box, boxes.get(index + 1)).read());
                }
            }
            if (fragments.isEmpty()) {
                throw new Malformed("there is no movie fragment in it");
            }
            return new SegmentFile(bytes.length, boxes.stream().map(Box::type).toList(), fragments);
        } catch (IndexOutOfBoundsException | BufferUnderflowException cutOff) {
            throw new Malformed("a box is cut off");
        }
    }
}
