package io.anpip.transcode.dash;

import io.anpip.schemas.Rational;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.cmaf.EncodedSegment;
import io.anpip.transcode.cmaf.MeasuredBitrate;
import io.anpip.transcode.ladder.Rung;
import io.anpip.transcode.ladder.VideoCodec;
import io.anpip.transcode.plan.AudioStream;
import io.anpip.transcode.plan.ImageTiles;
import io.anpip.transcode.plan.Presentation;
import io.anpip.transcode.plan.TextStream;
import io.anpip.transcode.plan.VideoStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Writes the static MPD of a complete video: one adaptation set for every codec of the picture, with aligned segments, one for every
 * audio track in stereo and one in surround sound, and one for every subtitle track.
 */
public final class DashManifest {

    /** Name of the file, in the folder of the stream. */
    public static final String FILE = "manifest.mpd";

    private DashManifest() {}

    /** The manifest as XML text. */
    public static String write(Presentation presentation) {
        return write(presentation, Optional.empty());
    }

    /** The manifest of a stream with pictures to seek by. */
    public static String write(Presentation presentation, Optional<ImageTiles> images) {
        XmlText xml = new XmlText();
        xml.open("MPD")
                .attribute("xmlns", "urn:mpeg:dash:schema:mpd:2011")
                .attribute("profiles", "urn:mpeg:dash:profile:isoff-live:2011")
                .attribute("type", "static")
                .attribute("mediaPresentationDuration", isoDuration(duration(presentation)))
                .attribute("maxSegmentDuration", "PT" + (presentation.targetDurationSeconds() + 1) + "S")
                .attribute("minBufferTime", "PT" + presentation.targetDurationSeconds() + "S");
        xml.open("Period").attribute("id", "0").attribute("start", "PT0S");
        int id = 0;
        for (VideoCodec codec : VideoCodec.values()) {
            List<VideoStream> streams = presentation.video().stream()
                    .filter(video -> video.rung().codec() == codec)
                    .toList();
            if (!streams.isEmpty()) {
                picture(xml, presentation, streams, id++);
            }
        }
        id = Math.max(1, id);
        for (List<AudioStream> quality : SoundSet.of(presentation.audio())) {
            SoundSet.write(xml, quality, id++, presentation.targetDurationSeconds());
        }
        for (TextStream text : presentation.text()) {
            TextSet.write(xml, text, id++);
        }
        images.ifPresent(tiles -> ImageSet.write(xml, tiles, duration(presentation)));
        return xml.close().close().text();
    }

    private static void picture(XmlText xml, Presentation presentation, List<VideoStream> streams, int id) {
        Rung largest = streams.getLast().rung();
        Rational rate = presentation.frameRate().orElseThrow();
        xml.open("AdaptationSet")
                .attribute("id", id)
                .attribute("contentType", "video")
                .attribute("mimeType", "video/mp4")
                .attribute("segmentAlignment", "true")
                .attribute("startWithSAP", "1")
                .attribute("maxWidth", largest.width())
                .attribute("maxHeight", largest.height())
                .attribute("frameRate", rateText(rate));
        timeline(xml, streams.getFirst().track());
        for (VideoStream video : streams) {
            xml.open("Representation")
                    .attribute("id", video.rung().name())
                    .attribute("codecs", video.track().init().codecs())
                    .attribute("bandwidth", peak(video.track(), presentation.targetDurationSeconds()))
                    .attribute("width", video.rung().width())
                    .attribute("height", video.rung().height())
                    .attribute("sar", "1:1")
                    .close();
        }
        xml.close();
    }

    /** Exact lengths of all segments; runs of equal ones are one element. */
    static void timeline(XmlText xml, EncodedRendition track) {
        xml.open("SegmentTemplate")
                .attribute("timescale", track.timescale())
                .attribute("initialization", "$RepresentationID$/init.mp4")
                .attribute("media", "$RepresentationID$/$Number%05d$.m4s")
                .attribute("startNumber", "1");
        xml.open("SegmentTimeline");
        List<Long> lengths =
                track.segments().stream().map(EncodedSegment::durationTicks).toList();
        int index = 0;
        while (index < lengths.size()) {
            int next = index + 1;
            while (next < lengths.size() && lengths.get(next).equals(lengths.get(index))) {
                next++;
            }
            xml.open("S");
            if (index == 0) {
                xml.attribute("t", 0);
            }
            xml.attribute("d", lengths.get(index));
            if (next - index > 1) {
                xml.attribute("r", next - index - 1);
            }
            xml.close();
            index = next;
        }
        xml.close().close();
    }

    static long peak(EncodedRendition track, int targetDurationSeconds) {
        return MeasuredBitrate.of(track, targetDurationSeconds).peakBps();
    }

    private static BigDecimal duration(Presentation presentation) {
        Optional<EncodedRendition> longest = presentation.video().stream()
                .map(VideoStream::track)
                .findFirst()
                .or(() -> presentation.audio().stream().map(AudioStream::track).findFirst());
        return longest.map(track -> BigDecimal.valueOf(track.durationTicks())
                        .divide(BigDecimal.valueOf(track.timescale()), 6, RoundingMode.HALF_UP))
                .orElse(BigDecimal.ZERO);
    }

    private static String isoDuration(BigDecimal seconds) {
        return "PT" + seconds.toPlainString() + "S";
    }

    private static String rateText(Rational rate) {
        return rate.denominator() == 1 ? Long.toString(rate.numerator()) : rate.numerator() + "/" + rate.denominator();
    }
}
