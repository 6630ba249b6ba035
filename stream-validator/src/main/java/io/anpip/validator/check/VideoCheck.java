package io.anpip.validator.check;

import io.anpip.validator.bmff.SampleEntry;
import io.anpip.validator.bmff.SampleEntry.Unknown;
import io.anpip.validator.bmff.SampleEntry.Video;
import io.anpip.validator.bmff.VideoCodec.Avc;
import io.anpip.validator.media.MediaFile.TransportStream;
import io.anpip.validator.report.Figures;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.stream.HlsStream;
import io.anpip.validator.stream.HlsTrack;
import io.anpip.validator.stream.HlsTrack.Role;
import io.anpip.validator.stream.MeasuredTrack;
import io.anpip.validator.stream.PublishedStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The picture: codec, profile, fields, frame rate, range, shape and key frames. */
final class VideoCheck implements Check {

    private static final int HIGH = 100;
    private static final int LEVEL_41 = 41;
    private static final int LEVEL_52 = 52;
    private static final double FASTEST = 60.0;
    private static final double KEY_FRAME_SECONDS = 2.0;
    private static final double ROUNDING = 0.001;
    private static final int HD = 720;

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.hls().ifPresent(hls -> {
            hls.listedAs(Role.MEDIA).forEach(track -> container(hls, track, findings));
            List<MeasuredTrack> video = hls.video();
            for (MeasuredTrack track : video) {
                if (track.track().entry() instanceof Video entry) {
                    codec(track, entry, findings);
                    rate(track, findings);
                    keyFrames(track, findings);
                }
            }
            all(hls, video, findings);
        });
    }

    private static void container(HlsStream hls, HlsTrack track, Findings findings) {
        Place place = Place.of(track.name());
        boolean transport =
                track.segments().stream().anyMatch(segment -> segment.file().orElse(null) instanceof TransportStream);
        String codecs = hls.master().variants().stream()
                .filter(variant -> hls.track(variant).filter(track::equals).isPresent())
                .flatMap(variant -> variant.attributes().text("CODECS").stream())
                .findFirst()
                .orElse("");
        if (transport && codecs.matches(".*(hvc1|hev1).*")) {
            findings.add(AppleRule.HEVC_CONTAINER, place, "its segments are transport streams");
        } else if (transport) {
            findings.add(AppleRule.CODEC, place, "its segments are transport streams, which are not looked into");
        }
        track.track()
                .filter(held -> held.handler().equals("vide"))
                .map(held -> held.entry())
                .ifPresent(entry -> {
                    if (entry instanceof Unknown unknown) {
                        findings.add(AppleRule.CODEC, place, unknown.problem());
                    }
                });
    }

    private static void codec(MeasuredTrack track, Video entry, Findings findings) {
        Place place = Place.of(track.name());
        if (entry.codec() instanceof Avc avc) {
            if (avc.profile() > HIGH || avc.level() > LEVEL_52) {
                findings.add(
                        AppleRule.PROFILE_LIMIT,
                        place,
                        "it is " + avc.codecs() + ": profile " + avc.profile() + ", level "
                                + Figures.number(avc.level() / 10.0) + "; High (100) and 5.2 are the most");
            }
            if (avc.profile() < HIGH) {
                findings.add(AppleRule.HIGH_PROFILE, place, "its profile is " + avc.profile() + "; 100 is High");
            }
        }
        if (entry.type().equals("avc3") || entry.type().equals("hev1")) {
            findings.add(AppleRule.PARAMETER_SETS, place, "its samples are " + entry.type());
        }
        if (!entry.codec().progressive()) {
            findings.add(AppleRule.PROGRESSIVE, place, "its parameter set says that pictures are made of fields");
        }
    }

    private static void rate(MeasuredTrack track, Findings findings) {
        if (track.sampleRate() > FASTEST + ROUNDING) {
            findings.add(
                    AppleRule.FRAME_RATE_LIMIT,
                    Place.of(track.name()),
                    "it has " + Figures.number(track.sampleRate()) + " frames a second");
        }
    }

    private static void keyFrames(MeasuredTrack track, Findings findings) {
        List<Long> times = track.parts().stream()
                .flatMap(part -> part.file().fragments().stream())
                .flatMap(fragment -> fragment.syncTicks().stream())
                .toList();
        for (int index = 1; index < times.size(); index++) {
            double distance = track.seconds(times.get(index) - times.get(index - 1));
            // The grid of frames may miss two seconds by half a frame.
            if (distance > KEY_FRAME_SECONDS + track.sampleSeconds() / 2 + ROUNDING) {
                findings.add(
                        AppleRule.KEY_FRAME_DISTANCE,
                        Place.of(track.name()),
                        "after " + Figures.seconds(track.seconds(times.get(index - 1))) + " the next key frame comes "
                                + Figures.seconds(distance) + " later");
                return;
            }
        }
    }

    private static void all(HlsStream hls, List<MeasuredTrack> video, Findings findings) {
        if (video.isEmpty()) {
            return;
        }
        Place place = Place.of(hls.master().name());
        if (video.stream().noneMatch(track -> VideoRange.of(track).equals(VideoRange.SDR))) {
            findings.add(AppleRule.SDR_VERSION, place, "all video is HDR");
        }
        boolean someSimple = video.stream()
                .map(track -> track.track().entry())
                .anyMatch(entry -> !(entry instanceof Video(var type, Avc avc, var w, var h, var s, var t))
                        || (avc.profile() <= HIGH && avc.level() <= LEVEL_41));
        if (!someSimple) {
            findings.add(AppleRule.SOME_UP_TO_41, place, "all variants need more than High Profile, level 4.1");
        }
        shape(video, findings);
        top(hls, video, place, findings);
    }

    /** Scaled sizes are rounded to even numbers of pixels. */
    private static void shape(List<MeasuredTrack> video, Findings findings) {
        Optional<Video> largest = video.stream()
                .flatMap(track -> entry(track.track().entry()).stream())
                .max(Comparator.comparingLong(entry -> (long) entry.width() * entry.height()));
        for (MeasuredTrack track : video) {
            Video own = entry(track.track().entry()).orElseThrow();
            Video reference = largest.orElseThrow();
            double ratio = (double) reference.width() / reference.height();
            boolean near = Math.abs(own.width() - own.height() * ratio) < 2
                    || Math.abs(own.height() - own.width() / ratio) < 2;
            if (!near || !own.squarePixels()) {
                findings.add(
                        AppleRule.ASPECT_RATIO,
                        Place.of(track.name()),
                        "it is " + own.width() + "x" + own.height()
                                + (own.squarePixels() ? "" : " with pixels not square")
                                + ", and the largest variant is " + reference.width() + "x" + reference.height());
            }
        }
    }

    private static void top(HlsStream hls, List<MeasuredTrack> video, Place place, Findings findings) {
        int largest = video.stream().mapToInt(VideoCheck::shortSide).max().orElse(0);
        long there = hls.master().variants().stream()
                .flatMap(variant -> hls.track(variant).stream())
                .flatMap(track -> track.measured().stream())
                .filter(track -> track.isVideo() && shortSide(track) == largest)
                .count();
        if (largest >= HD && there < 2) {
            findings.add(
                    AppleRule.TWO_AT_THE_TOP,
                    place,
                    "one variant has the largest resolution, whose short side is " + largest);
        }
    }

    private static int shortSide(MeasuredTrack track) {
        return entry(track.track().entry())
                .map(entry -> Math.min(entry.width(), entry.height()))
                .orElse(0);
    }

    private static Optional<Video> entry(SampleEntry entry) {
        return entry instanceof Video video ? Optional.of(video) : Optional.empty();
    }
}
