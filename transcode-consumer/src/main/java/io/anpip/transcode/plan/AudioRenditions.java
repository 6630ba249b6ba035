package io.anpip.transcode.plan;

import io.anpip.schemas.AudioTrack;
import io.anpip.schemas.SoundDetails;
import io.anpip.schemas.SourceProbe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides in which qualities the audio tracks of a video are offered, and what they are called. Pure.
 *
 * <p>Every track is offered in stereo; one with surround sound in 5.1 too. A source without a picture has a ladder of stereo
 * qualities, up to the first that is not worse than the source.
 */
final class AudioRenditions {

    static final String STEREO_GROUP = "audio";
    static final String SURROUND_GROUP = "surround";

    private final int stereoBps;
    private final SoundSettings settings;

    AudioRenditions(int stereoBps, SoundSettings settings) {
        this.stereoBps = stereoBps;
        this.settings = settings;
    }

    /** The renditions: stereo of all tracks first, so that the one with index 0 is what most people hear. */
    List<AudioRendition> of(SourceProbe probe) {
        List<Integer> rates = probe.video().isPresent() ? List.of(stereoBps) : ladder(probe.audio());
        int usual = Math.min(stereoBps, rates.getLast());
        List<AudioRendition> stereo = stereo(probe.audio(), usual);
        List<AudioRendition> all = new ArrayList<>(stereo);
        rates.stream()
                .filter(rate -> rate != usual)
                .forEach(rate -> stereo.forEach(rendition -> all.add(at(rendition, rate))));
        if (settings.surroundBitrateBps() > 0) {
            stereo.stream()
                    .filter(rendition -> ChannelLayout.of(rendition.sourceLayout(), rendition.sourceChannels())
                            .isSurround())
                    .forEach(rendition -> all.add(surround(rendition)));
        }
        return List.copyOf(all);
    }

    private List<AudioRendition> stereo(List<AudioTrack> tracks, int bitrateBps) {
        List<AudioRendition> renditions = new ArrayList<>();
        TrackLabels labels = new TrackLabels();
        Set<Choice> offered = new HashSet<>();
        for (int index = 0; index < tracks.size(); index++) {
            AudioTrack track = tracks.get(index);
            Optional<String> language = track.language().flatMap(LanguageTag::of);
            boolean describes =
                    track.details().map(SoundDetails::visuallyImpaired).orElse(false);
            boolean distinct = offered.add(new Choice(language, describes));
            renditions.add(new AudioRendition(
                    "audio-" + index,
                    index,
                    track.streamIndex(),
                    track.channels(),
                    track.details().map(SoundDetails::channelLayout).orElse(""),
                    AudioRendition.STEREO,
                    STEREO_GROUP,
                    language,
                    labels.next(track.title(), language, describes ? "described" : "", "Audio " + (index + 1)),
                    index == 0,
                    index == 0 || (distinct && language.isPresent()),
                    describes,
                    bitrateBps));
        }
        return renditions;
    }

    /** All rates up to the first that holds what the source has; where it does not say, all. */
    private List<Integer> ladder(List<AudioTrack> tracks) {
        long source = tracks.stream()
                .mapToLong(track ->
                        track.details().flatMap(SoundDetails::bitrateBps).orElse(Long.MAX_VALUE))
                .max()
                .orElse(Long.MAX_VALUE);
        List<Integer> rates = Stream.concat(settings.ladderBps().stream(), Stream.of(stereoBps))
                .sorted()
                .distinct()
                .toList();
        int enough = rates.stream().filter(rate -> rate >= source).findFirst().orElse(rates.getLast());
        return rates.stream().filter(rate -> rate <= enough).toList();
    }

    private static AudioRendition at(AudioRendition stereo, int bitrateBps) {
        String step = "-" + bitrateBps / 1000 + "k";
        return variant(stereo, step, AudioRendition.STEREO, STEREO_GROUP + step, bitrateBps);
    }

    private AudioRendition surround(AudioRendition stereo) {
        return variant(stereo, "-surround", AudioRendition.SURROUND, SURROUND_GROUP, settings.surroundBitrateBps());
    }

    private static AudioRendition variant(AudioRendition of, String suffix, int channels, String group, int bitrate) {
        return new AudioRendition(
                of.name() + suffix,
                of.trackIndex(),
                of.streamIndex(),
                of.sourceChannels(),
                of.sourceLayout(),
                channels,
                group,
                of.language(),
                of.label(),
                of.byDefault(),
                of.automatic(),
                of.describesVideo(),
                bitrate);
    }

    /** By what players choose by themselves; of two that are alike in it only the first can be chosen so. */
    private record Choice(Optional<String> language, boolean describesVideo) {}
}
