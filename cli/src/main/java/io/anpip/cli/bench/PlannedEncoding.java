package io.anpip.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of an encoding plan says how much work it is: renditions, cuts and encoder settings.
 *
 * @param rungs smallest first
 * @param sounds the renditions of the sound
 * @param copiedRung the rendition that is not encoded but taken over from the file, if any
 * @param copiedAudio which of the sounds are taken over, counted from 0
 */
record PlannedEncoding(
        long rateNumerator,
        long rateDenominator,
        int gopFrames,
        int segmentFrames,
        int videoStream,
        List<Rung> rungs,
        List<Sound> sounds,
        String preset,
        int constantRateFactor,
        int threads,
        Optional<String> copiedRung,
        List<Integer> copiedAudio) {

    /** One rendition of the picture. */
    record Rung(String name, int width, int height, int maxBitrateBps, int bufferSizeBits, String level) {}

    /** One rendition of the sound, from a stream of the file. */
    record Sound(int streamIndex, int channels, int bitrateBps) {}

    PlannedEncoding {
        rungs = List.copyOf(rungs);
        sounds = List.copyOf(sounds);
        copiedAudio = List.copyOf(copiedAudio);
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
        List<Sound> sounds = new ArrayList<>();
        for (JsonNode rendition : plan.path("audio")) {
            sounds.add(new Sound(
                    rendition.path("streamIndex").asInt(),
                    rendition.path("channels").asInt(),
                    rendition.path("bitrateBps").asInt()));
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
                sounds,
                picture.path("preset").asText(),
                picture.path("constantRateFactor").asInt(),
                encoder.path("threads").asInt(),
                Optional.ofNullable(plan.path("copied").path("rung").textValue()),
                copiedAudio(plan));
    }

    private static List<Integer> copiedAudio(JsonNode plan) {
        List<String> names = new ArrayList<>();
        plan.path("copied").path("sounds").forEach(name -> names.add(name.asText()));
        List<Integer> copied = new ArrayList<>();
        for (int index = 0; index < plan.path("audio").size(); index++) {
            if (names.contains(plan.path("audio").path(index).path("name").asText())) {
                copied.add(index);
            }
        }
        return copied;
    }

    /** The renditions that are encoded, smallest first. */
    List<Rung> encodedRungs() {
        return rungs.stream().filter(rung -> !isCopied(rung)).toList();
    }

    boolean isCopied(Rung rung) {
        return copiedRung.filter(rung.name()::equals).isPresent();
    }

    /** What both sides copy, for people; empty when all is encoded. */
    List<String> copiedNames() {
        return Stream.concat(copiedRung.stream(), copiedAudio.stream().map(track -> "audio-" + track))
                .toList();
    }

    /** Length of a segment as FFmpeg's HLS muxer wants it. */
    double segmentSeconds() {
        return (double) segmentFrames * rateDenominator / rateNumerator;
    }
}
