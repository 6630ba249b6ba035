package io.anpip.validator.bmff;

import io.anpip.validator.bmff.VideoCodec.Av1;
import io.anpip.validator.bmff.VideoCodec.Avc;
import io.anpip.validator.bmff.VideoCodec.Hevc;
import java.nio.ByteBuffer;

/** What a sample is by its own bytes, whatever its flags say. */
public enum FirstPicture {
    /** Decoding can start with it, and nothing after it needs what was before. */
    IDR,
    /** A picture that needs others. */
    OTHER,
    /** Not a picture, or none that is looked into. */
    UNKNOWN;

    private static final int AVC_IDR = 5;
    private static final int AVC_LAST_SLICE = 5;
    private static final int HEVC_IDR_FIRST = 19;
    private static final int HEVC_IDR_LAST = 20;
    private static final int HEVC_LAST_SLICE = 31;
    private static final int OBU_FRAME_HEADER = 3;
    private static final int OBU_FRAME = 6;

    /** Looks into a sample. */
    static FirstPicture of(ByteBuffer sample, VideoCodec codec) {
        return switch (codec) {
            case Avc avc -> nal(sample, avc.lengthSize(), codec);
            case Hevc hevc -> nal(sample, hevc.lengthSize(), codec);
            case Av1 _ -> obu(sample);
        };
    }

    /** The first slice decides. */
    private static FirstPicture nal(ByteBuffer sample, int lengthSize, VideoCodec codec) {
        while (sample.remaining() > lengthSize) {
            long length = 0;
            for (int index = 0; index < lengthSize; index++) {
                length = length << 8 | Byte.toUnsignedInt(sample.get());
            }
            if (length < 1 || length > sample.remaining()) {
                return OTHER;
            }
            int header = sample.get(sample.position());
            if (codec instanceof Avc) {
                int type = header & 0x1F;
                if (type >= 1 && type <= AVC_LAST_SLICE) {
                    return type == AVC_IDR ? IDR : OTHER;
                }
            } else {
                int type = (header >> 1) & 0x3F;
                if (type <= HEVC_LAST_SLICE) {
                    return type >= HEVC_IDR_FIRST && type <= HEVC_IDR_LAST ? IDR : OTHER;
                }
            }
            sample.position(sample.position() + (int) length);
        }
        return OTHER;
    }

    /** The first frame header decides: it is a key frame that is shown for the first time. */
    private static FirstPicture obu(ByteBuffer sample) {
        while (sample.remaining() > 1) {
            int header = sample.get();
            int type = (header >> 3) & 0xF;
            if ((header & 4) != 0) {
                sample.get();
            }
            long size = (header & 2) != 0 ? leb128(sample) : sample.remaining();
            if (size > sample.remaining()) {
                return OTHER;
            }
            if ((type == OBU_FRAME || type == OBU_FRAME_HEADER) && size > 0) {
                int first = sample.get(sample.position());
                boolean showsExisting = (first & 0x80) != 0;
                return !showsExisting && ((first >> 5) & 3) == 0 ? IDR : OTHER;
            }
            sample.position(sample.position() + (int) size);
        }
        return OTHER;
    }

    private static long leb128(ByteBuffer bytes) {
        long value = 0;
        for (int index = 0; index < 8 && bytes.hasRemaining(); index++) {
            int next = bytes.get();
            value |= (long) (next & 0x7F) << (7 * index);
            if ((next & 0x80) == 0) {
                break;
            }
        }
        return value;
    }
}
