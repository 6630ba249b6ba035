package io.anpip.validator.check;

import io.anpip.validator.bmff.SampleEntry.Audio;
import io.anpip.validator.report.Figures;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.stream.BitRate;
import io.anpip.validator.stream.HlsStream;
import io.anpip.validator.stream.HlsTrack;
import io.anpip.validator.stream.HlsTrack.Role;
import io.anpip.validator.stream.MeasuredTrack;
import io.anpip.validator.stream.PublishedStream;
import java.util.List;
import java.util.Optional;

/** The sound: stereo AAC, its rate, and that it is apart. */
final class AudioCheck implements Check {

    private static final int STEREO = 2;
    private static final double LEAST = 32_000;
    private static final double MOST = 160_000;

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.hls().ifPresent(hls -> {
            List<MeasuredTrack> audio = hls.audio();
            boolean stereo = audio.stream()
                    .flatMap(track -> entry(track).stream())
                    .anyMatch(entry -> entry.isAac() && entry.channels() == STEREO);
            if (!audio.isEmpty() && !stereo) {
                findings.add(
                        AppleRule.STEREO_AAC,
                        Place.of(hls.master().name()),
                        "there is sound, and none of it is stereo AAC");
            }
            audio.forEach(track -> rate(track, hls.targetSeconds(), findings));
            apart(hls, findings);
        });
    }

    private static void rate(MeasuredTrack track, double target, Findings findings) {
        double average = BitRate.of(track.pieces(), target).average();
        boolean stereo =
                entry(track).filter(entry -> entry.channels() == STEREO).isPresent();
        if (stereo && (average < LEAST || average > MOST)) {
            findings.add(
                    AppleRule.AUDIO_RATE,
                    Place.of(track.name()),
                    "its average is " + Figures.rate(average) + "; 32 to 160 kbps are wanted");
        }
    }

    private static void apart(HlsStream hls, Findings findings) {
        for (HlsTrack track : hls.listedAs(Role.MEDIA)) {
            List<Audio> sounds = track.init().stream()
                    .flatMap(init -> init.tracks().stream())
                    .flatMap(held ->
                            held.entry() instanceof Audio audio ? List.of(audio).stream() : List.<Audio>of().stream())
                    .toList();
            boolean mixed = track.init()
                    .filter(init -> init.tracks().size() > sounds.size())
                    .isPresent();
            if (mixed && !sounds.isEmpty()) {
                findings.add(AppleRule.AUDIO_APART, Place.of(track.name()), "it holds picture and sound");
                if (sounds.stream().anyMatch(sound -> sound.channels() > STEREO)) {
                    findings.add(
                            AppleRule.MULTICHANNEL_APART,
                            Place.of(track.name()),
                            "its multichannel sound is in the file of the picture");
                }
            }
        }
    }

    private static Optional<Audio> entry(MeasuredTrack track) {
        return track.track().entry() instanceof Audio audio ? Optional.of(audio) : Optional.empty();
    }
}
