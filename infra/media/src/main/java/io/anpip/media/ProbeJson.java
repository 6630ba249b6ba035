package io.anpip.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anpip.media.ProbeReport.AudioStream;
import io.anpip.media.ProbeReport.Chapter;
import io.anpip.media.ProbeReport.Colour;
import io.anpip.media.ProbeReport.Format;
import io.anpip.media.ProbeReport.Header;
import io.anpip.media.ProbeReport.OtherStream;
import io.anpip.media.ProbeReport.ProbeStream;
import io.anpip.media.ProbeReport.SubtitleStream;
import io.anpip.media.ProbeReport.VideoStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the JSON that ffprobe writes. Everything in it may be missing, and numbers may be texts or {@code N/A}. */
final class ProbeJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MOST_OBLONG_PIXEL = 8;

    /** As far as FFmpeg takes an angle for a quarter turn. */
    private static final double ANGLE_TOLERANCE = 1;

    private static final Pattern CLOCK = Pattern.compile("(\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?)");

    private ProbeJson() {}

    static ProbeReport report(String json) throws JsonProcessingException {
        JsonNode root = JSON.readTree(json);
        return new ProbeReport(
                format(root.path("format")),
                elements(root.path("streams")).map(ProbeJson::stream).toList(),
                chapters(root.path("chapters")));
    }

    private static Format format(JsonNode node) {
        return new Format(
                text(node, "format_name"),
                seconds(node, "duration"),
                seconds(node, "start_time").orElse(0),
                whole(node, "bit_rate"),
                tags(node));
    }

    private static List<Chapter> chapters(JsonNode node) {
        return elements(node)
                .map(chapter -> new Chapter(
                        seconds(chapter, "start_time").orElse(0),
                        seconds(chapter, "end_time").orElse(0),
                        tags(chapter).getOrDefault("title", "")))
                .toList();
    }

    private static ProbeStream stream(JsonNode node) {
        String type = text(node, "codec_type");
        return switch (type) {
            case "video" -> video(node);
            case "audio" ->
                new AudioStream(
                        header(node),
                        (int) whole(node, "channels").orElse(0),
                        text(node, "channel_layout"),
                        (int) whole(node, "sample_rate").orElse(0),
                        disposed(node, "visual_impaired"));
            case "subtitle" ->
                new SubtitleStream(header(node), disposed(node, "forced"), disposed(node, "hearing_impaired"));
            default -> new OtherStream(header(node), type);
        };
    }

    private static VideoStream video(JsonNode node) {
        return new VideoStream(
                header(node),
                (int) whole(node, "width").orElse(0),
                (int) whole(node, "height").orElse(0),
                pixelShape(node),
                rational(node, "r_frame_rate"),
                rational(node, "avg_frame_rate"),
                text(node, "pix_fmt"),
                known(node, "field_order"),
                new Colour(
                        known(node, "color_range"),
                        matrix(node),
                        known(node, "color_transfer"),
                        known(node, "color_primaries")),
                clockwiseRotation(node),
                disposed(node, "attached_pic"));
    }

    private static Header header(JsonNode node) {
        Map<String, String> tags = tags(node);
        return new Header(
                (int) whole(node, "index").orElse(0),
                text(node, "codec_name"),
                text(node, "profile"),
                rational(node, "time_base"),
                seconds(node, "start_time").orElse(0),
                duration(node, tags),
                whole(node, "nb_frames"),
                whole(node, "bit_rate"),
                disposed(node, "default"),
                tags.getOrDefault("language", ""),
                tags.getOrDefault("title", ""));
    }

    private static boolean disposed(JsonNode node, String disposition) {
        return node.path("disposition").path(disposition).asInt() == 1;
    }

    /** Matroska keeps the duration of a stream in a tag, as {@code 00:00:10.040000000}. */
    private static OptionalDouble duration(JsonNode node, Map<String, String> tags) {
        OptionalDouble stated = seconds(node, "duration");
        Matcher clock = CLOCK.matcher(tags.getOrDefault("duration", ""));
        if (stated.isPresent() || !clock.matches()) {
            return stated;
        }
        return OptionalDouble.of(Integer.parseInt(clock.group(1)) * 3600.0
                + Integer.parseInt(clock.group(2)) * 60.0
                + Double.parseDouble(clock.group(3)));
    }

    /** Pixels that are very far from square are a mistake of the file: players show them square. */
    private static Rational pixelShape(JsonNode node) {
        Rational stated = rational(node, "sample_aspect_ratio");
        boolean plausible = stated.toDouble() >= 1 / MOST_OBLONG_PIXEL && stated.toDouble() <= MOST_OBLONG_PIXEL;
        return plausible ? stated : Rational.ONE;
    }

    /** Dolby Vision without a base layer for others is in a colour space of its own, whatever the tags say (profile 5). */
    private static String matrix(JsonNode node) {
        boolean dolbyVisionAlone = elements(node.path("side_data_list"))
                .filter(sideData -> sideData.has("dv_profile"))
                .anyMatch(sideData ->
                        sideData.path("dv_bl_signal_compatibility_id").asInt(1) == 0);
        return dolbyVisionAlone ? Colour.DOLBY_VISION : known(node, "color_space");
    }

    /** ffprobe counts counter-clockwise, and any angle a display matrix can hold; players turn by quarters alone. */
    private static int clockwiseRotation(JsonNode node) {
        double angle = elements(node.path("side_data_list"))
                .filter(sideData -> sideData.has("rotation"))
                .findFirst()
                .map(sideData -> -sideData.path("rotation").asDouble())
                .orElse(0.0);
        long quarters = Math.round(angle / 90);
        return Math.abs(angle - 90 * quarters) <= ANGLE_TOLERANCE ? (int) Math.floorMod(90 * quarters, 360L) : 0;
    }

    /** With keys in lower case: containers differ in how they write them. */
    private static Map<String, String> tags(JsonNode node) {
        Map<String, String> tags = new HashMap<>();
        node.path("tags")
                .properties()
                .forEach(tag -> tags.put(
                        tag.getKey().toLowerCase(Locale.ROOT), tag.getValue().asText()));
        return tags;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }

    private static String known(JsonNode node, String name) {
        return node.path(name).asText("unknown");
    }

    private static Rational rational(JsonNode node, String name) {
        return Rational.parse(text(node, name)).orElse(Rational.ZERO);
    }

    private static OptionalDouble seconds(JsonNode node, String name) {
        return number(node, name).stream()
                .mapToDouble(Double::parseDouble)
                .filter(Double::isFinite)
                .findFirst();
    }

    private static OptionalLong whole(JsonNode node, String name) {
        return number(node, name).stream()
                .mapToLong(text -> (long) Double.parseDouble(text))
                .findFirst();
    }

    private static Optional<String> number(JsonNode node, String name) {
        return Optional.of(text(node, name)).filter(text -> text.matches("-?\\d+(\\.\\d+)?"));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
