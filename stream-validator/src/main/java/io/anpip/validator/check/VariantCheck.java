package io.anpip.validator.check;

import io.anpip.validator.bmff.SampleEntry;
import io.anpip.validator.bmff.SampleEntry.Audio;
import io.anpip.validator.bmff.SampleEntry.Video;
import io.anpip.validator.m3u8.Attributes;
import io.anpip.validator.m3u8.MultivariantPlaylist;
import io.anpip.validator.m3u8.MultivariantPlaylist.Variant;
import io.anpip.validator.m3u8.Resolution;
import io.anpip.validator.report.Figures;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.HlsRule;
import io.anpip.validator.rule.Rule;
import io.anpip.validator.stream.HlsStream;
import io.anpip.validator.stream.HlsTrack;
import io.anpip.validator.stream.HlsTrack.Role;
import io.anpip.validator.stream.MeasuredTrack;
import io.anpip.validator.stream.PublishedStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether the files of variants are what their attributes say. */
final class VariantCheck implements Check {

    private static final double FRAME_RATE_ROUNDING = 0.0011;

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.hls().ifPresent(hls -> {
            boolean allSdr =
                    hls.video().stream().allMatch(track -> VideoRange.of(track).equals(VideoRange.SDR));
            for (Variant variant : hls.master().variants()) {
                variant(hls, variant, allSdr, findings);
            }
            for (Attributes iFrames : hls.master().iFrames()) {
                iFrames.text("URI").flatMap(hls::track).flatMap(HlsTrack::track).ifPresent(track -> {
                    codecs(hls.master(), iFrames, List.of(track.entry()), AppleRule.I_FRAME_CODECS, findings);
                    resolution(hls.master(), iFrames, track.entry(), AppleRule.I_FRAME_RESOLUTION, findings);
                });
            }
            for (Attributes media : hls.master().media()) {
                channels(hls, media, findings);
            }
        });
    }

    private static void variant(HlsStream hls, Variant variant, boolean allSdr, Findings findings) {
        Attributes tag = variant.attributes();
        Place place = Place.line(hls.master().name(), tag.line());
        Optional<HlsTrack> own = hls.track(variant);
        if (own.flatMap(HlsTrack::track).isEmpty()) {
            return;
        }
        List<HlsTrack> played = Stream.concat(
                        own.stream(),
                        Stream.of("AUDIO", "VIDEO", "SUBTITLES").flatMap(type -> hls.group(type, tag).stream()))
                .toList();
        // Of a movie without an init segment nobody knows what is in it.
        if (played.stream().allMatch(track -> track.init().isPresent() || track.role() == Role.SUBTITLES)) {
            List<SampleEntry> entries = played.stream()
                    .flatMap(track -> track.init().stream())
                    .flatMap(init -> init.tracks().stream())
                    .map(track -> track.entry())
                    .toList();
            codecs(hls.master(), tag, entries, AppleRule.CODECS, findings);
        }
        own.flatMap(HlsTrack::track)
                .ifPresent(track -> resolution(hls.master(), tag, track.entry(), AppleRule.RESOLUTION, findings));
        own.flatMap(HlsTrack::measured).filter(MeasuredTrack::isVideo).ifPresent(track -> {
            double rate = track.sampleRate();
            tag.decimal("FRAME-RATE")
                    .filter(said -> Math.abs(said - rate) > FRAME_RATE_ROUNDING)
                    .ifPresent(said -> findings.add(
                            AppleRule.FRAME_RATE,
                            place,
                            "FRAME-RATE is " + Figures.number(said) + ", and the files have " + Figures.number(rate)));
            String range = VideoRange.of(track);
            if (!tag.has("VIDEO-RANGE") && !allSdr) {
                findings.add(AppleRule.VIDEO_RANGE, place, "VIDEO-RANGE is missing, and not everything is SDR");
            }
            tag.text("VIDEO-RANGE")
                    .filter(said -> !said.equals(range))
                    .ifPresent(said -> findings.add(
                            AppleRule.VIDEO_RANGE, place, "VIDEO-RANGE is " + said + ", and the files are " + range));
        });
    }

    private static void codecs(
            MultivariantPlaylist master, Attributes tag, List<SampleEntry> played, Rule rule, Findings findings) {
        Optional<String> said = tag.text("CODECS");
        if (said.isEmpty()) {
            return;
        }
        Set<String> named = new TreeSet<>();
        Arrays.stream(said.get().split(",", -1)).map(VariantCheck::normal).forEach(named::add);
        Set<String> held = new TreeSet<>();
        played.stream().map(SampleEntry::codecs).map(VariantCheck::normal).forEach(held::add);
        // WebVTT in plain files has no sample entry, and naming it is allowed.
        named.remove("wvtt");
        held.remove("wvtt");
        if (!named.equals(held)) {
            findings.add(
                    rule,
                    Place.line(master.name(), tag.line()),
                    "CODECS is \"" + said.get() + "\", and the files hold " + String.join(", ", held));
        }
    }

    /** Hexadecimal digits may be of either case. */
    private static String normal(String codec) {
        String text = codec.strip();
        return text.startsWith("avc") ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static void resolution(
            MultivariantPlaylist master, Attributes tag, SampleEntry entry, Rule rule, Findings findings) {
        if (entry instanceof Video video) {
            Resolution held = new Resolution(video.width(), video.height());
            tag.resolution("RESOLUTION")
                    .filter(said -> !Objects.equals(said, held))
                    .ifPresent(said -> findings.add(
                            rule,
                            Place.line(master.name(), tag.line()),
                            "RESOLUTION is " + said + ", and the files have " + held));
        }
    }

    private static void channels(HlsStream hls, Attributes media, Findings findings) {
        if (media.text("TYPE").filter("AUDIO"::equals).isEmpty()) {
            return;
        }
        Place place = Place.line(hls.master().name(), media.line());
        Optional<String> said = media.text("CHANNELS").map(text -> text.replaceFirst("/.*", ""));
        if (said.isEmpty()) {
            findings.add(HlsRule.CHANNELS, place, "CHANNELS is missing");
        }
        media.text("URI").flatMap(hls::track).flatMap(HlsTrack::track).ifPresent(track -> {
            if (track.entry() instanceof Audio audio) {
                String held = Integer.toString(audio.channels());
                said.filter(text -> !text.equals(held))
                        .ifPresent(text -> findings.add(
                                HlsRule.CHANNELS, place, "CHANNELS is " + text + ", and the files have " + held));
            }
        });
    }
}
