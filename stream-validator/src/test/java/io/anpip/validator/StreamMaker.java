package io.anpip.validator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes a good stream of 18 s in a folder: two pictures, sound, subtitles, storyboard, I-frame playlists and a manifest. FFmpeg
 * encodes; playlists, segments and figures are written here, by code that shares nothing with the validator.
 */
final class StreamMaker {

    static final int SECONDS = 18;
    private static final int SEGMENTS = 3;

    private static final String CMAF = " -movflags +frag_keyframe+empty_moov+default_base_moof+cmaf+write_colr -f mp4";
    private static final byte[] STYP = "\0\0\0\30stypcmfs\0\0\0\0cmfsmsdh".getBytes(StandardCharsets.ISO_8859_1);

    private final Path folder;
    private final int rate;
    private final String video;
    private final List<Rendition> renditions = new ArrayList<>();

    private record Rendition(String name, int width, int height, List<Segment> segments) {

        long peak() {
            return segments.stream().mapToLong(Segment::rate).max().orElseThrow();
        }

        long average() {
            return Math.round(segments.stream().mapToLong(Segment::bytes).sum()
                    * 8
                    / segments.stream().mapToDouble(Segment::seconds).sum());
        }
    }

    private record Segment(String name, long bytes, long ticks, double seconds, List<long[]> iFrames) {
        long rate() {
            return Math.round(bytes * 8 / seconds);
        }
    }

    private StreamMaker(Path folder, int rate, String video) {
        this.folder = folder;
        this.rate = rate;
        this.video = video;
    }

    /** The usual one: 24 frames a second, H.264 High. */
    static Path make(Path folder) throws IOException {
        return make(folder, 24, "-c:v libx264 -preset veryfast -profile:v high");
    }

    /** One with another frame rate, or another encoder. */
    static Path make(Path folder, int rate, String video) throws IOException {
        new StreamMaker(Files.createDirectories(folder), rate, video).make();
        return folder;
    }

    private void make() throws IOException {
        picture("large", 384, 216, "300k");
        picture("small", 192, 108, "80k");
        sound();
        subtitles();
        Files.createDirectories(folder.resolve("sheets"));
        Ffmpeg.make(folder.resolve("sheets/1.jpg"), "-f lavfi -i testsrc2=size=320x180 -frames:v 1 -update 1");
        playlists();
        Files.writeString(folder.resolve("manifest.mpd"), manifest());
    }

    private void picture(String name, int width, int height, String bitrate) throws IOException {
        String source = "-f lavfi -i testsrc2=size=" + width + "x" + height + ":rate=" + rate + ":duration=" + SECONDS;
        Path file = Ffmpeg.make(
                folder.resolve(name + ".mp4"),
                source + " " + video + " -bf 0 -g " + 2 * rate + " -keyint_min " + 2 * rate
                        + " -sc_threshold 0 -flags +cgop -pix_fmt yuv420p -b:v " + bitrate + " -maxrate " + bitrate
                        + " -bufsize " + bitrate + " -colorspace bt709 -color_primaries bt709 -color_trc bt709"
                        + " -color_range tv -video_track_timescale " + rate * 100 + CMAF);
        split(name, width, height, file, 600L * rate, rate * 100);
    }

    private void sound() throws IOException {
        Path file = Ffmpeg.make(
                folder.resolve("sound.mp4"),
                "-f lavfi -i anoisesrc=amplitude=0.1:sample_rate=48000 -frames:a 843"
                        + " -ac 2 -c:a aac -b:a 64k -frag_duration 2000000 -movflags +empty_moov+default_base_moof+cmaf -f mp4");
        split("sound", 0, 0, file, 0, 48_000);
    }

    /** Cuts a file into init segment and media segments of three fragments each. */
    private void split(String name, int width, int height, Path file, long ticks, int timescale) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        Path own = Files.createDirectories(folder.resolve(name));
        ByteArrayOutputStream init = new ByteArrayOutputStream();
        List<ByteArrayOutputStream> fragments = new ArrayList<>();
        for (int position = 0; position < bytes.length; ) {
            int size = ByteBuffer.wrap(bytes).getInt(position);
            String type = new String(bytes, position + 4, 4, StandardCharsets.ISO_8859_1);
            if (type.equals("moof")) {
                fragments.add(new ByteArrayOutputStream());
            }
            if (type.equals("moof") || type.equals("mdat")) {
                fragments.getLast().write(bytes, position, size);
            } else if (!type.equals("mfra")) {
                init.write(bytes, position, size);
            }
            position += size;
        }
        Files.write(own.resolve("init.mp4"), init.toByteArray());
        List<Segment> segments = new ArrayList<>();
        for (int number = 1; number <= SEGMENTS; number++) {
            ByteArrayOutputStream segment = new ByteArrayOutputStream();
            segment.writeBytes(STYP);
            int end = number == SEGMENTS ? fragments.size() : 3 * number;
            for (ByteArrayOutputStream fragment : fragments.subList(3 * number - 3, end)) {
                segment.writeBytes(fragment.toByteArray());
            }
            String segmentName = number + ".m4s";
            Files.write(own.resolve(segmentName), segment.toByteArray());
            long length = ticks > 0 ? ticks : soundTicks(segment.toByteArray());
            List<long[]> iFrames = ticks > 0 ? iFrames(init.toByteArray(), segment.toByteArray()) : List.of();
            segments.add(new Segment(segmentName, segment.size(), length, (double) length / timescale, iFrames));
        }
        renditions.add(new Rendition(name, width, height, segments));
    }

    /** Counts AAC frames by what their track runs say. */
    static long soundTicks(byte[] segment) {
        long frames = 0;
        for (int position = Bytes.find(segment, "trun", 0);
                position >= 0;
                position = Bytes.find(segment, "trun", position + 4)) {
            frames += ByteBuffer.wrap(segment).getInt(position + 8);
        }
        return frames * 1024;
    }

    /** Offset and length of each moof box with the key frame after it. */
    private List<long[]> iFrames(byte[] init, byte[] segment) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(init);
        whole.writeBytes(segment);
        Path file = Files.write(folder.resolve("whole.mp4"), whole.toByteArray());
        List<long[]> ranges = new ArrayList<>();
        int moof = 0;
        for (long[] packet : Ffmpeg.keyFrames(file)) {
            moof = Bytes.find(segment, "moof", moof) - 4;
            ranges.add(new long[] {moof, packet[0] + packet[1] - init.length - moof});
            moof += 8;
        }
        Files.delete(file);
        return ranges;
    }

    private void subtitles() throws IOException {
        Path own = Files.createDirectories(folder.resolve("text"));
        for (int number = 1; number <= SEGMENTS; number++) {
            Files.writeString(
                    own.resolve(number + ".vtt"),
                    "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n\n00:00:0%d.000 --> 00:00:0%d.500\nWord %d\n"
                            .formatted(number * 4 - 3, number * 4 - 3, number));
        }
        Files.writeString(
                own.resolve("all.vtt"),
                "WEBVTT\n\n00:01.000 --> 00:01.500\nWord 1\n\n00:05.000 --> 00:05.500\nWord 2\n");
    }

    private Rendition rendition(String name) {
        return renditions.stream()
                .filter(own -> own.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void playlists() throws IOException {
        StringBuilder master = new StringBuilder("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-INDEPENDENT-SEGMENTS
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="aac",NAME="English",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="sound/playlist.m3u8"
                #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="text",NAME="Deutsch",LANGUAGE="de",AUTOSELECT=YES,URI="text/playlist.m3u8"
                """);
        Rendition sound = rendition("sound");
        long text = Files.size(folder.resolve("text/1.vtt")) * 8 / 6;
        for (String name : List.of("large", "small")) {
            Rendition own = rendition(name);
            master.append(
                    "#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS=\"%s,mp4a.40.2\",RESOLUTION=%dx%d,FRAME-RATE=%d.000,VIDEO-RANGE=SDR,AUDIO=\"aac\",SUBTITLES=\"text\"\n%s/playlist.m3u8\n"
                            .formatted(
                                    own.peak() + sound.peak() + text + 2,
                                    own.average() + sound.average() + text,
                                    codecs(name),
                                    own.width(),
                                    own.height(),
                                    rate,
                                    name));
        }
        master.append(
                "#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS=\"mp4a.40.2\",AUDIO=\"aac\"\nsound/playlist.m3u8\n"
                        .formatted(sound.peak(), sound.average()));
        for (String name : List.of("large", "small")) {
            iFramePlaylist(rendition(name), master);
        }
        master.append(
                "#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=100000,RESOLUTION=160x90,CODECS=\"jpeg\",URI=\"sheets/playlist.m3u8\"\n");
        Files.writeString(folder.resolve("master.m3u8"), master);
        for (Rendition own : renditions) {
            StringBuilder list = head(6).append("#EXT-X-MAP:URI=\"init.mp4\"\n");
            own.segments()
                    .forEach(segment -> list.append(String.format(Locale.ROOT, "#EXTINF:%.6f,\n", segment.seconds()))
                            .append(segment.name())
                            .append('\n'));
            Files.writeString(folder.resolve(own.name()).resolve("playlist.m3u8"), list.append("#EXT-X-ENDLIST\n"));
        }
        Files.writeString(
                folder.resolve("text/playlist.m3u8"),
                head(6).append("#EXTINF:6.0,\n1.vtt\n#EXTINF:6.0,\n2.vtt\n#EXTINF:6.0,\n3.vtt\n#EXT-X-ENDLIST\n"));
        Files.writeString(
                folder.resolve("sheets/playlist.m3u8"),
                head(18).append(
                                "#EXT-X-IMAGES-ONLY\n#EXT-X-TILES:RESOLUTION=160x90,LAYOUT=2x2,DURATION=4.5\n#EXTINF:18.0,\n1.jpg\n#EXT-X-ENDLIST\n"));
    }

    private static StringBuilder head(int target) {
        return new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:" + target
                + "\n#EXT-X-MEDIA-SEQUENCE:1\n#EXT-X-PLAYLIST-TYPE:VOD\n");
    }

    private void iFramePlaylist(Rendition own, StringBuilder master) throws IOException {
        StringBuilder list = head(2).append("#EXT-X-I-FRAMES-ONLY\n#EXT-X-MAP:URI=\"init.mp4\"\n");
        long largest = 0;
        long sum = 0;
        for (Segment segment : own.segments()) {
            for (long[] range : segment.iFrames()) {
                list.append("#EXTINF:2.000000,\n#EXT-X-BYTERANGE:")
                        .append(range[1])
                        .append('@')
                        .append(range[0]);
                list.append('\n').append(segment.name()).append('\n');
                largest = Math.max(largest, range[1]);
                sum += range[1];
            }
        }
        Files.writeString(folder.resolve(own.name()).resolve("iframes.m3u8"), list.append("#EXT-X-ENDLIST\n"));
        master.append(
                "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS=\"%s\",RESOLUTION=%dx%d,VIDEO-RANGE=SDR,URI=\"%s/iframes.m3u8\"\n"
                        .formatted(
                                largest * 4,
                                sum * 8 / SECONDS,
                                codecs(own.name()),
                                own.width(),
                                own.height(),
                                own.name()));
    }

    /** From the configuration in the init segment: the three bytes after its version. */
    private String codecs(String name) throws IOException {
        byte[] init = Files.readAllBytes(folder.resolve(name).resolve("init.mp4"));
        int config = Bytes.find(init, "avcC", 0);
        return config < 0
                ? "none"
                : "avc1.%02X%02X%02X".formatted(init[config + 5], init[config + 6], init[config + 7]);
    }

    private String manifest() throws IOException {
        StringBuilder pictures = new StringBuilder();
        for (String name : List.of("large", "small")) {
            Rendition own = rendition(name);
            pictures.append(
                    "      <Representation id=\"%s\" codecs=\"%s\" bandwidth=\"%d\" width=\"%d\" height=\"%d\" sar=\"1:1\"/>\n"
                            .formatted(name, codecs(name), own.peak(), own.width(), own.height()));
        }
        Rendition small = rendition("small");
        Rendition sound = rendition("sound");
        StringBuilder runs = new StringBuilder();
        sound.segments()
                .forEach(segment ->
                        runs.append("<S d=\"").append(segment.ticks()).append("\"/>"));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-live:2011" type="static" mediaPresentationDuration="PT18S" minBufferTime="PT6S">
                  <Period id="0" start="PT0S">
                    <AdaptationSet id="0" contentType="video" mimeType="video/mp4" segmentAlignment="true" startWithSAP="1" frameRate="%1$d">
                      <SegmentTemplate timescale="%2$d" initialization="$RepresentationID$/init.mp4" media="$RepresentationID$/$Number$.m4s" startNumber="1"><SegmentTimeline><S t="0" d="%3$d" r="2"/></SegmentTimeline></SegmentTemplate>
                %4$s    </AdaptationSet>
                    <AdaptationSet id="1" contentType="audio" mimeType="audio/mp4" lang="en" segmentAlignment="true" startWithSAP="1">
                      <SegmentTemplate timescale="48000" initialization="$RepresentationID$/init.mp4" media="$RepresentationID$/$Number$.m4s" startNumber="1"><SegmentTimeline>%5$s</SegmentTimeline></SegmentTemplate>
                      <Representation id="sound" codecs="mp4a.40.2" bandwidth="%6$d" audioSamplingRate="48000"><AudioChannelConfiguration schemeIdUri="urn:mpeg:dash:23003:3:audio_channel_configuration:2011" value="2"/></Representation>
                    </AdaptationSet>
                    <AdaptationSet id="2" contentType="video" mimeType="video/mp4" segmentAlignment="true" startWithSAP="1" frameRate="%1$d">
                      <EssentialProperty schemeIdUri="http://dashif.org/guidelines/trickmode" value="0"/>
                      <SegmentTemplate timescale="%2$d" initialization="small/init.mp4" media="small/$Number$.m4s" startNumber="1"><SegmentTimeline><S t="0" d="%3$d" r="2"/></SegmentTimeline></SegmentTemplate>
                      <Representation id="trick" codecs="%7$s" bandwidth="%8$d" width="192" height="108" sar="1:1"/>
                    </AdaptationSet>
                    <AdaptationSet id="3" contentType="text" mimeType="text/vtt" lang="de">
                      <Representation id="text" bandwidth="256"><BaseURL>text/all.vtt</BaseURL></Representation>
                    </AdaptationSet>
                    <AdaptationSet id="4" contentType="image" mimeType="image/jpeg">
                      <SegmentTemplate media="sheets/$Number$.jpg" duration="18" startNumber="1"/>
                      <Representation id="sheets" bandwidth="%9$d" width="320" height="180"><EssentialProperty schemeIdUri="http://dashif.org/guidelines/thumbnail_tile" value="2x2"/></Representation>
                    </AdaptationSet>
                  </Period>
                </MPD>
                """.formatted(
                        rate,
                        rate * 100,
                        rate * 600,
                        pictures,
                        runs,
                        sound.peak(),
                        codecs("small"),
                        small.peak(),
                        Files.size(folder.resolve("sheets/1.jpg")) * 8 / SECONDS);
    }
}
