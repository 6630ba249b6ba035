package io.anpip.validator.check;

import io.anpip.validator.media.MediaFile;
import io.anpip.validator.report.Figures;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.DashRule;
import io.anpip.validator.stream.BitRate;
import io.anpip.validator.stream.BitRate.Piece;
import io.anpip.validator.stream.DashTrack;
import io.anpip.validator.stream.MeasuredTrack;
import io.anpip.validator.stream.PublishedStream;
import java.util.List;
import java.util.Optional;

/**
 * The bandwidth of representations against the bytes (ISO/IEC 23009-1, 5.3.5.4). Whoever receives at that rate and begins to play
 * after minBufferTime never runs dry, wherever playback starts; so for no run of segments may the bits exceed what arrives until
 * the end of the run.
 */
final class DashBandwidthCheck implements Check {

    private static final double BITS = 8;
    private static final double GENEROUS = 2.0;
    private static final double ROUNDING = 1.001;

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.dash().ifPresent(dash -> {
            double buffer = dash.manifest().seconds("minBufferTime").orElse(0.0);
            for (DashTrack track : dash.tracks()) {
                Place place = Place.part(dash.manifest().name(), track.name());
                Optional<Long> said = track.representation().whole("bandwidth").filter(rate -> rate > 0);
                if (said.isEmpty()) {
                    findings.add(DashRule.BANDWIDTH, place, "bandwidth is missing");
                } else {
                    List<Piece> pieces = pieces(track);
                    dry(said.get(), buffer, pieces, place, findings);
                    generous(said.get(), pieces, place, findings);
                }
            }
        });
    }

    private static List<Piece> pieces(DashTrack track) {
        Optional<List<Piece>> measured = track.measured().map(MeasuredTrack::pieces);
        return measured.orElseGet(() -> track.segments().stream()
                .filter(segment ->
                        segment.durationTicks().isPresent() && segment.file().isPresent())
                .map(segment -> new Piece(
                        segment.file().map(MediaFile::bytes).orElse(0L),
                        (double) segment.durationTicks().orElse(0L) / track.timescale()))
                .toList());
    }

    private static void dry(long said, double buffer, List<Piece> pieces, Place place, Findings findings) {
        double behind = 0;
        double worst = 0;
        for (Piece piece : pieces) {
            behind = Math.max(0, behind + piece.bytes() * BITS - said * piece.seconds());
            worst = Math.max(worst, behind);
        }
        if (worst > said * buffer * ROUNDING) {
            findings.add(
                    DashRule.BANDWIDTH,
                    place,
                    "at " + Figures.rate(said) + " and a buffer of " + Figures.seconds(buffer) + " playback runs dry: "
                            + Figures.seconds(worst / said) + " of buffer would be needed");
        }
    }

    private static void generous(long said, List<Piece> pieces, Place place, Findings findings) {
        double longest = pieces.stream().mapToDouble(Piece::seconds).max().orElse(0);
        double peak = BitRate.of(pieces, longest).peak();
        if (peak > 0 && said > peak * GENEROUS) {
            findings.add(
                    DashRule.BANDWIDTH_SIZE,
                    place,
                    "bandwidth is " + Figures.rate(said) + ", and the measured peak " + Figures.rate(peak));
        }
    }
}
