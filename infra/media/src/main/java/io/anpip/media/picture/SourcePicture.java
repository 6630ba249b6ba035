package io.anpip.media.picture;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the pictures of a source are stored, in FFmpeg's words, and the filters that make of them what every player shows right: 8 bits,
 * 4:2:0, BT.709, limited range, nothing transparent, square pixels.
 *
 * <p>Turning is not among them: FFmpeg does that before its filters, by the display matrix.
 *
 * @param pixelFormat such as {@code yuv420p10le}
 * @param lines the shorter side in pixels
 * @param matrix matrix coefficients (ITU-T H.273, 8.3), {@code unknown} where the file does not say
 * @param transfer transfer characteristics (8.2), or {@code unknown}
 * @param primaries colour primaries (8.1), or {@code unknown}
 */
public record SourcePicture(String pixelFormat, int lines, String matrix, String transfer, String primaries) {

    private static final Set<String> HIGH_DYNAMIC_RANGE = Set.of("smpte2084", "arib-std-b67");

    /** Transfer characteristics of standard definition video, whose colour matrix is not that of BT.709. */
    private static final Set<String> STANDARD_DEFINITION =
            Set.of("smpte170m", "bt470m", "bt470bg", "gamma22", "gamma28", "smpte240m");

    /** Primaries of which BT.709 shows so much less that colours would look pale without conversion. */
    private static final Set<String> WIDE_GAMUT = Set.of("bt2020", "smpte431", "smpte432");

    private static final Set<String> UNKNOWN = Set.of("", "unknown", "reserved");

    private static final Pattern WITH_ALPHA =
            Pattern.compile("(yuva|gbrap|rgba|bgra|argb|abgr|ya|ayuv|vuya|uyva|pal8).*");

    /** Below this many lines, video that does not say so is standard definition, as players take it too. */
    private static final int HIGH_DEFINITION_LINES = 720;

    private static final String STANDARD_TAGS =
            "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709";
    private static final String SQUARE = "setsar=1";

    /** Conversion of colours with every sample of them, and rounded. */
    public static final String EXACT = ":flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp";

    /** The filters, one after the other, that bring a picture to this size and to the standard. */
    public List<String> standardised(int width, int height) {
        return standardised(width, height, "");
    }

    /**
     * The same for stills: FFmpeg's quick conversion from one matrix to another, which costs a third, darkens by one of 255, and stills are
     * converted twice.
     */
    public List<String> standardisedStill(int width, int height) {
        return standardised(width, height, EXACT);
    }

    private List<String> standardised(int width, int height, String flags) {
        String scale = "scale=%d:%d%s".formatted(width, height, flags);
        if (HIGH_DYNAMIC_RANGE.contains(transfer)) {
            // Scaled first, because tone mapping works on 12 bytes a pixel. What zscale reads is spelled out: it
            // refuses
            // pictures of which the own tags are missing.
            return List.of(
                    scale,
                    "zscale=tin=%s:min=%s:pin=%s:t=linear:npl=100".formatted(transfer, wideMatrix(), widePrimaries()),
                    "format=gbrpf32le",
                    "zscale=p=bt709",
                    "tonemap=mobius:desat=0",
                    "zscale=t=bt709:m=bt709:r=tv",
                    "format=yuv420p",
                    STANDARD_TAGS,
                    SQUARE);
        } else if (WITH_ALPHA.matcher(pixelFormat).matches()) {
            // On black, and before scaling: the colours of what can't be seen must not bleed into what can.
            return List.of(
                    "scale=" + toStandard(),
                    "format=yuva444p",
                    "premultiply=inplace=1",
                    scale,
                    "format=yuv420p",
                    STANDARD_TAGS,
                    SQUARE);
        } else if (WIDE_GAMUT.contains(primaries)) {
            return List.of(
                    scale,
                    "zscale=tin=bt709:min=%s:pin=%s:t=bt709:p=bt709:m=bt709:r=tv"
                            .formatted(wideMatrix(), widePrimaries()),
                    "format=yuv420p",
                    STANDARD_TAGS,
                    SQUARE);
        }
        return List.of(scale + ':' + toStandard(), "format=yuv420p", STANDARD_TAGS, SQUARE);
    }

    /** The matrix of a picture that says nothing is taken for BT.601 by FFmpeg, however large the picture is. */
    private String toStandard() {
        return (isBt709Unsaid() ? "in_color_matrix=bt709:" : "") + "out_color_matrix=bt709:out_range=tv";
    }

    private boolean isBt709Unsaid() {
        return UNKNOWN.contains(matrix)
                && !STANDARD_DEFINITION.contains(transfer)
                && (lines >= HIGH_DEFINITION_LINES || transfer.equals("bt709") || primaries.equals("bt709"));
    }

    private String wideMatrix() {
        return switch (matrix) {
            case "gbr" -> "gbr";
            case "bt709" -> "709";
            case "smpte170m", "bt470bg" -> "170m";
            case "bt2020c" -> "2020_cl";
            case "ictcp" -> "ictcp";
            default -> "2020_ncl";
        };
    }

    private String widePrimaries() {
        return switch (primaries) {
            case "bt709" -> "709";
            case "smpte431" -> "smpte431";
            case "smpte432" -> "smpte432";
            default -> "2020";
        };
    }
}
