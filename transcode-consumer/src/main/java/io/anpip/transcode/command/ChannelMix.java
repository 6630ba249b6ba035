package io.anpip.transcode.command;

import io.anpip.transcode.plan.AudioRendition;
import io.anpip.transcode.plan.ChannelLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Mixes any layout to stereo or to 5.1 by the coefficients of ITU-R BS.775: what is in the centre, beside or behind goes to the
 * nearest channels 3 dB lower, and a centre behind 6 dB lower; the bass effects channel is not part of stereo.
 *
 * <p>All coefficients are then made smaller by one factor, so that the largest sum is one: whatever the channels hold, the result
 * does not clip, and the balance stays as it was mixed.
 */
final class ChannelMix {

    private static final double THREE_DB = Math.sqrt(0.5);
    private static final double SIX_DB = 0.5;

    /** Left and right. */
    private static final Map<String, double[]> STEREO = Map.ofEntries(
            to("FL", 1, 0),
            to("FR", 0, 1),
            to("DL", 1, 0),
            to("DR", 0, 1),
            to("FC", THREE_DB, THREE_DB),
            to("FLC", 1, THREE_DB * SIX_DB),
            to("FRC", THREE_DB * SIX_DB, 1),
            to("SL", THREE_DB, 0),
            to("SR", 0, THREE_DB),
            to("BL", THREE_DB, 0),
            to("BR", 0, THREE_DB),
            to("BC", SIX_DB, SIX_DB),
            to("TFL", THREE_DB, 0),
            to("TFR", 0, THREE_DB),
            to("TBL", SIX_DB, 0),
            to("TBR", 0, SIX_DB),
            to("LFE", 0, 0));

    /** Left, right, centre, bass effects, left and right surround. */
    private static final Map<String, double[]> SURROUND = Map.ofEntries(
            to("FL", 1, 0, 0, 0, 0, 0),
            to("FR", 0, 1, 0, 0, 0, 0),
            to("FC", 0, 0, 1, 0, 0, 0),
            to("LFE", 0, 0, 0, 1, 0, 0),
            to("FLC", THREE_DB, 0, THREE_DB, 0, 0, 0),
            to("FRC", 0, THREE_DB, THREE_DB, 0, 0, 0),
            to("SL", 0, 0, 0, 0, 1, 0),
            to("SR", 0, 0, 0, 0, 0, 1),
            to("BL", 0, 0, 0, 0, 1, 0),
            to("BR", 0, 0, 0, 0, 0, 1),
            to("BC", 0, 0, 0, 0, THREE_DB, THREE_DB),
            to("TFL", THREE_DB, 0, 0, 0, 0, 0),
            to("TFR", 0, THREE_DB, 0, 0, 0, 0),
            to("TBL", 0, 0, 0, 0, THREE_DB, 0),
            to("TBR", 0, 0, 0, 0, 0, THREE_DB));

    private ChannelMix() {}

    /** The filter that makes the channels of a rendition of those of its source; empty where they are the same. */
    static Optional<String> filter(AudioRendition rendition) {
        ChannelLayout layout = ChannelLayout.of(rendition.sourceLayout(), rendition.sourceChannels());
        return rendition.channels() == AudioRendition.SURROUND ? surround(layout) : stereo(layout, rendition);
    }

    private static Optional<String> stereo(ChannelLayout layout, AudioRendition rendition) {
        if (layout.speakers().equals(List.of("FC"))) {
            return Optional.of("pan=stereo|c0=c0|c1=c0");
        }
        if (layout.speakers().stream().noneMatch(STEREO::containsKey)) {
            return Optional.of(rendition.sourceChannels() > 1 ? "pan=stereo|c0=c0|c1=c1" : "pan=stereo|c0=c0|c1=c0");
        }
        return layout.speakers().size() == AudioRendition.STEREO
                ? Optional.empty()
                : Optional.of(pan("stereo", AudioRendition.STEREO, layout, STEREO));
    }

    private static Optional<String> surround(ChannelLayout layout) {
        boolean same = layout.speakers().equals(List.of("FL", "FR", "FC", "LFE", "BL", "BR"));
        return same ? Optional.empty() : Optional.of(pan("5.1", AudioRendition.SURROUND, layout, SURROUND));
    }

    private static String pan(String name, int outputs, ChannelLayout layout, Map<String, double[]> coefficients) {
        double largest = 1;
        for (int output = 0; output < outputs; output++) {
            double sum = 0;
            for (String speaker : layout.speakers()) {
                sum += coefficient(coefficients, speaker, output);
            }
            largest = Math.max(largest, sum);
        }
        StringBuilder filter = new StringBuilder("pan=" + name);
        for (int output = 0; output < outputs; output++) {
            List<String> terms = new ArrayList<>();
            for (int input = 0; input < layout.speakers().size(); input++) {
                double share = coefficient(coefficients, layout.speakers().get(input), output) / largest;
                if (share > 0) {
                    terms.add(String.format(Locale.ROOT, "%.6f*c%d", share, input));
                }
            }
            filter.append("|c").append(output).append('=').append(terms.isEmpty() ? "0*c0" : String.join("+", terms));
        }
        return filter.toString();
    }

    private static double coefficient(Map<String, double[]> coefficients, String speaker, int output) {
        double[] shares = coefficients.get(speaker);
        return shares == null ? 0 : shares[output];
    }

    private static Map.Entry<String, double[]> to(String speaker, double... shares) {
        return Map.entry(speaker, shares);
    }
}
