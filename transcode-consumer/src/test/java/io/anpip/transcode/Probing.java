package io.anpip.transcode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.Rational;
import io.anpip.schemas.SoundDetails;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.SubtitleTrack;
import io.anpip.schemas.VideoTrack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Probes a clip, as far as the engine needs to know it. */
public final class Probing {

    private Probing() {}

    /** What a file holds. */
    public static SourceProbe probe(Path file) throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(String.join("\n", Ffmpeg.probe(file, "-show_streams", "-show_format", "-of", "json")));
        Optional<VideoTrack> video = Optional.empty();
        List<AudioTrack> audio = new ArrayList<>();
        List<SubtitleTrack> subtitles = new ArrayList<>();
        for (JsonNode stream : json.path("streams")) {
            if (stream.path("codec_type").asText().equals("video") && video.isEmpty()) {
                video = Optional.of(video(file, stream));
            } else if (stream.path("codec_type").asText().equals("audio")) {
                audio.add(new AudioTrack(
                        stream.path("index").asInt(),
                        stream.path("codec_name").asText(),
                        stream.path("channels").asInt(),
                        stream.path("sample_rate").asInt(),
                        Optional.ofNullable(stream.path("tags").path("language").textValue()),
                        Optional.ofNullable(stream.path("tags").path("title").textValue()),
                        stream.path("start_time").asDouble(),
                        stream.path("duration").asDouble(),
                        Optional.of(new SoundDetails(
                                stream.path("profile").asText(""),
                                stream.path("channel_layout").asText(""),
                                bitRate(stream),
                                stream.path("disposition").path("default").asInt() == 1,
                                stream.path("disposition")
                                                .path("visual_impaired")
                                                .asInt()
                                        == 1))));
            } else if (stream.path("codec_type").asText().equals("subtitle")) {
                subtitles.add(new SubtitleTrack(
                        stream.path("index").asInt(),
                        stream.path("codec_name").asText(),
                        Optional.ofNullable(stream.path("tags").path("language").textValue()),
                        Optional.ofNullable(stream.path("tags").path("title").textValue()),
                        stream.path("disposition").path("default").asInt() == 1,
                        stream.path("disposition").path("forced").asInt() == 1,
                        stream.path("disposition").path("hearing_impaired").asInt() == 1));
            }
        }
        String demuxer = json.path("format").path("format_name").asText().split(",")[0];
        double duration = json.path("format").path("duration").asDouble();
        return new SourceProbe(demuxer, duration, video, audio, List.of(), Optional.of(subtitles));
    }

    private static Optional<Long> bitRate(JsonNode stream) {
        return Optional.of(stream.path("bit_rate").asLong()).filter(rate -> rate > 0);
    }

    private static VideoTrack video(Path file, JsonNode stream) {
        int index = stream.path("index").asInt();
        List<String[]> packets = Ffmpeg.probe(
                        file,
                        "-select_streams",
                        Integer.toString(index),
                        "-show_entries",
                        "packet=pts_time,duration_time,flags",
                        "-of",
                        "csv=p=0")
                .stream()
                .map(line -> line.split(","))
                .filter(packet -> packet.length > 2 && !packet[2].contains("D"))
                .toList();
        List<Double> times = packets.stream()
                .map(packet -> Double.valueOf(packet[0]))
                .sorted()
                .toList();
        double end = packets.stream()
                .mapToDouble(packet -> Double.parseDouble(packet[0]) + Double.parseDouble(packet[1]))
                .max()
                .orElseThrow();
        double shortest = Double.MAX_VALUE;
        double longest = 0;
        for (int packet = 1; packet < times.size(); packet++) {
            double step = times.get(packet) - times.get(packet - 1);
            shortest = Math.min(shortest, step);
            longest = Math.max(longest, step);
        }
        double span = times.getLast() - times.getFirst();
        Rational rate = times.size() < 2
                ? new Rational(25, 1)
                : new Rational((times.size() - 1) * 1_000_000L, Math.max(1, Math.round(span * 1_000_000)));
        int rotation = 0;
        for (JsonNode side : stream.path("side_data_list")) {
            rotation = Math.floorMod(-side.path("rotation").asInt(0), 360);
        }
        Rational pixel = ratio(stream.path("sample_aspect_ratio").asText("1:1"));
        int width = stream.path("width").asInt();
        int height = stream.path("height").asInt();
        int shownWidth = (int) Math.round(width * pixel.toDouble());
        boolean turned = rotation % 180 != 0;
        return new VideoTrack(
                index,
                stream.path("codec_name").asText(),
                width,
                height,
                pixel,
                rotation,
                turned ? height : shownWidth,
                turned ? shownWidth : height,
                stream.path("pix_fmt").asText(),
                stream.path("field_order").asText("unknown"),
                stream.path("color_transfer").asText("unknown"),
                rate,
                longest - shortest < 0.0025,
                packets.size(),
                times.getFirst(),
                end - times.getFirst(),
                10);
    }

    private static Rational ratio(String text) {
        String[] parts = text.split(":");
        long numerator = parts.length == 2 ? Long.parseLong(parts[0]) : 0;
        return numerator == 0 ? new Rational(1, 1) : new Rational(numerator, Long.parseLong(parts[1]));
    }
}
