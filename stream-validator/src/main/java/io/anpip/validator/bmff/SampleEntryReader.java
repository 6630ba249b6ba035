package io.anpip.validator.bmff;

import io.anpip.validator.bmff.SampleEntry.Audio;
import io.anpip.validator.bmff.SampleEntry.Text;
import io.anpip.validator.bmff.SampleEntry.Unknown;
import io.anpip.validator.bmff.SampleEntry.Video;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads sample descriptions. */
final class SampleEntryReader {

    private static final int VISUAL_FIELDS = 78;
    private static final int AUDIO_FIELDS = 28;

    private SampleEntryReader() {}

    static SampleEntry read(ByteBuffer file, Box entry) {
        try {
            return switch (entry.type()) {
                case "avc1", "avc3", "hvc1", "hev1", "av01" -> video(file, entry);
                case "mp4a", "ac-3", "ec-3" -> audio(file, entry);
                case "wvtt", "stpp" -> new Text(entry.type(), entry.type());
                default -> new Unknown(entry.type(), "\"" + entry.type() + "\" is none of the known codecs");
            };
        } catch (Malformed | IndexOutOfBoundsException | BufferUnderflowException broken) {
            return new Unknown(entry.type(), "the sample description cannot be read: " + broken.getMessage());
        }
    }

    private static Video video(ByteBuffer file, Box entry) throws Malformed {
        int width = Short.toUnsignedInt(file.getShort(entry.content() + 24));
        int height = Short.toUnsignedInt(file.getShort(entry.content() + 26));
        boolean square = true;
        Optional<Box> pasp = entry.find(file, "pasp", VISUAL_FIELDS);
        if (pasp.isPresent()) {
            ByteBuffer fields = pasp.get().fields(file);
            square = fields.getInt(0) == fields.getInt(4);
        }
        VideoCodecReader.Described codec = VideoCodecReader.read(file, entry, VISUAL_FIELDS);
        Optional<Integer> transfer = codec.transfer();
        Optional<Box> colr = entry.find(file, "colr", VISUAL_FIELDS);
        if (colr.isPresent() && colr.get().fields(file).getInt(0) == 0x6E636C78) {
            transfer = Optional.of((int) colr.get().fields(file).getShort(6));
        }
        return new Video(entry.type(), codec.codec(), width, height, square, transfer);
    }

    private static Audio audio(ByteBuffer file, Box entry) throws Malformed {
        int samplingRate = Short.toUnsignedInt(file.getShort(entry.content() + 24));
        int channels = Short.toUnsignedInt(file.getShort(entry.content() + 16));
        return switch (entry.type()) {
            case "mp4a" -> {
                AudioConfig config =
                        AudioConfig.read(entry.child(file, "esds", AUDIO_FIELDS).fields(file));
                yield new Audio(
                        "mp4a",
                        "mp4a.40." + config.objectType(),
                        config.channels() == 0 ? channels : config.channels(),
                        config.samplingRate() == 0 ? samplingRate : config.samplingRate());
            }
            case "ac-3" ->
                new Audio(
                        "ac-3",
                        "ac-3",
                        dolby(entry.child(file, "dac3", AUDIO_FIELDS).fields(file), 10),
                        samplingRate);
            default ->
                new Audio(
                        "ec-3",
                        "ec-3",
                        dolby(entry.child(file, "dec3", AUDIO_FIELDS).fields(file), 28),
                        samplingRate);
        };
    }

    /** acmod and lfeon (ETSI TS 102 366, Annex F): front and back channels, and the one for low frequencies. */
    private static int dolby(ByteBuffer fields, int acmodBit) {
        byte[] bytes = new byte[fields.remaining()];
        fields.get(bytes);
        BitReader bits = new BitReader(bytes);
        bits.bits(acmodBit);
        int acmod = (int) bits.bits(3);
        int lfe = bits.bit();
        return new int[] {2, 1, 2, 3, 3, 4, 4, 5}[acmod] + lfe;
    }
}
