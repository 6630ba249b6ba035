package io.anpip.validator.check;

import io.anpip.validator.bmff.SampleEntry;
import io.anpip.validator.bmff.SampleEntry.Audio;
import io.anpip.validator.bmff.SampleEntry.Video;
import io.anpip.validator.mpd.Descriptor;
import io.anpip.validator.mpd.Manifest.Representation;
import io.anpip.validator.report.Figures;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.DashRule;
import io.anpip.validator.stream.DashTrack;
import io.anpip.validator.stream.MeasuredTrack;
import io.anpip.validator.stream.PublishedStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the files of representations are what their attributes say. */
final class RepresentationCheck implements Check {

    private static final Pattern RATE = Pattern.compile("([0-9]{1,9})(?:/([1-9][0-9]{0,8}))?");
    private static final double ROUNDING = 1e-4;

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.dash().ifPresent(dash -> {
            for (DashTrack track : dash.tracks()) {
                Place place = Place.part(dash.manifest().name(), track.name());
                Optional<SampleEntry> entry = track.track().map(held -> held.entry());
                mimeType(track.representation(), track, entry, place, findings);
                entry.ifPresent(held -> codecs(track.representation(), held, place, findings));
                if (entry.orElse(null) instanceof Video video) {
                    video(track, video, place, findings);
                }
                if (entry.orElse(null) instanceof Audio audio) {
                    audio(track.representation(), audio, place, findings);
                }
            }
        });
    }

    private static void mimeType(
            Representation representation,
            DashTrack track,
            Optional<SampleEntry> entry,
            Place place,
            Findings findings) {
        Optional<String> said = representation.text("mimeType");
        if (said.isEmpty()) {
            findings.add(DashRule.MIME_TYPE, place, "mimeType is missing");
            return;
        }
        Optional<String> held = entry.flatMap(RepresentationCheck::mimeType)
                .or(() -> track.segments().stream()
                        .flatMap(segment -> segment.file().stream())
                        .findFirst()
                        .flatMap(file -> switch (file) {
                            case io.anpip.validator.media.MediaFile.WebVtt _ -> Optional.of("text/vtt");
                            case io.anpip.validator.media.MediaFile.Picture _ -> Optional.of("image/");
                            default -> Optional.<String>empty();
                        }));
        held.filter(type -> !said.get().startsWith(type))
                .ifPresent(type -> findings.add(
                        DashRule.MIME_TYPE, place, "mimeType is " + said.get() + ", and the files are " + type));
    }

    private static Optional<String> mimeType(SampleEntry entry) {
        return switch (entry) {
            case Video _ -> Optional.of("video/mp4");
            case Audio _ -> Optional.of("audio/mp4");
            case SampleEntry.Text _ -> Optional.of("application/mp4");
            case SampleEntry.Unknown _ -> Optional.empty();
        };
    }

    private static void codecs(Representation representation, SampleEntry entry, Place place, Findings findings) {
        Optional<String> said = representation.text("codecs");
        if (said.isEmpty()) {
            findings.add(DashRule.CODECS, place, "codecs is missing; the files hold " + entry.codecs());
        }
        said.filter(text -> !text.toLowerCase(Locale.ROOT).equals(entry.codecs().toLowerCase(Locale.ROOT)))
                .ifPresent(text -> findings.add(
                        DashRule.CODECS, place, "codecs is " + text + ", and the files hold " + entry.codecs()));
    }

    private static void video(DashTrack track, Video video, Place place, Findings findings) {
        Representation representation = track.representation();
        String said = representation.text("width").orElse("?") + "x"
                + representation.text("height").orElse("?");
        String held = video.width() + "x" + video.height();
        if (!said.equals(held)) {
            findings.add(DashRule.SIZE, place, "width and height are " + said + ", and the files have " + held);
        }
        String sar = representation.text("sar").orElse("missing");
        if (!sar.equals("1:1") || !video.squarePixels()) {
            findings.add(
                    DashRule.SAR,
                    place,
                    "sar is " + sar + (video.squarePixels() ? "" : ", and pixels are not square") + "; 1:1 is wanted");
        }
        // A trick mode set may show fewer frames than its files hold.
        Optional<Double> rate = representation.text("frameRate").flatMap(RepresentationCheck::rate);
        if (rate.isEmpty()) {
            findings.add(DashRule.FRAME_RATE, place, "frameRate is missing or no rate such as 25 or 30000/1001");
        } else {
            track.measured()
                    .map(MeasuredTrack::sampleRate)
                    .filter(measured -> Math.abs(measured - rate.get()) > measured * ROUNDING)
                    .ifPresent(measured -> findings.add(
                            DashRule.FRAME_RATE,
                            place,
                            "frameRate is " + Figures.number(rate.get()) + ", and the files have "
                                    + Figures.number(measured)));
        }
    }

    private static Optional<Double> rate(String text) {
        Matcher form = RATE.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        double numerator = Double.parseDouble(form.group(1));
        return Optional.of(form.group(2) == null ? numerator : numerator / Double.parseDouble(form.group(2)));
    }

    private static void audio(Representation representation, Audio audio, Place place, Findings findings) {
        List<Descriptor> channels = representation.channels();
        if (channels.isEmpty()) {
            findings.add(DashRule.CHANNELS, place, "AudioChannelConfiguration is missing");
        }
        for (Descriptor channel : channels) {
            // The number of channels and the index of the layout agree up to six channels.
            boolean counts = channel.scheme().equals("urn:mpeg:dash:23003:3:audio_channel_configuration:2011")
                    || channel.scheme().equals("urn:mpeg:mpegB:cicp:ChannelConfiguration");
            if (counts && audio.channels() <= 6 && !channel.value().equals(Integer.toString(audio.channels()))) {
                findings.add(
                        DashRule.CHANNELS,
                        place,
                        "AudioChannelConfiguration is " + channel.value() + ", and the files have " + audio.channels());
            }
        }
        String rate = representation.text("audioSamplingRate").orElse("missing");
        if (!rate.equals(Integer.toString(audio.samplingRate()))) {
            findings.add(
                    DashRule.SAMPLING_RATE,
                    place,
                    "audioSamplingRate is " + rate + ", and the files have " + audio.samplingRate());
        }
    }
}
