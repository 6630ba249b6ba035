package io.anpip.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What of an encoding plan says how much work it is: renditions, cuts and encoder settings.
 *
 * @param rungs smallest first
 * @param audioStreams which streams of the file are its sound
 */
record PlannedEncoding(
        long rateNumerator,
        long rateDenominator,
        int gopFrames,
        int segmentFrames,
        int videoStream,
        List<Rung> rungs,
        List<Integer> audioStreams,
        int audioBitrateBps,
        String preset,
        int constantRateFactor,
        int threads) {

    /** One rendition of the picture. */
    record Rung(String name, int width, int height, int maxBitrateBps, int bufferSizeBits, String level) {}

    PlannedEncoding {
        rungs = List.copyOf(rungs);
        audioStreams = List.copyOf(audioStreams);
    }

    /** From the plan that transcode-consumer stores; pure. */
    static PlannedEncoding of(JsonNode plan) {
        List<Rung> rungs = new ArrayList<>();
        for (JsonNode rung : plan.path("rungs")) {
            rungs.add(new Rung(
                    rung.path("name").asText(),
                    rung.path("width").asInt(),
                    rung.path("height").asInt(),
                    rung.path("maxBitrateBps").asInt(),
                    rung.path("bufferSizeBits").asInt(),
                    rung.path("level").asText()));
        }
        List<Integer> audio = new ArrayList<>();
        for (JsonNode rendition : plan.path("audio")) {
            audio.add(rendition.path("streamIndex").asInt());
        }
        JsonNode grid = plan.path("grid");
        JsonNode encoder = plan.path("encoder");
        // The profile that is measured encodes all rungs in H.264 and the same way.
        JsonNode picture = plan.path("rungs").path(0).path("encoder");
        return new PlannedEncoding(
                grid.path("frameRate").path("numerator").asLong(),
                grid.path("frameRate").path("denominator").asLong(1),
                grid.path("gopFrames").asInt(),
                grid.path("segmentFrames").asInt(),
                plan.path("probe").path("video").path("streamIndex").asInt(),
                rungs,
                audio,
                encoder.path("audioBitrateBps").asInt(),
                picture.path("preset").asText(),
                picture.path("constantRateFactor").asInt(),
                encoder.path("threads").asInt());
    }

    /** Length of a segment as FFmpeg's HLS muxer wants it. */
    double segmentSeconds() {
        return (double) segmentFrames * rateDenominator / rateNumerator;
    }
}
