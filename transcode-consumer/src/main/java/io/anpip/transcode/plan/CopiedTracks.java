package io.anpip.transcode.plan;

import io.anpip.schemas.SourceProbe;
import io.anpip.transcode.grid.AudioGrid;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.ladder.Rung;
import io.anpip.transcode.ladder.VideoCodec;
import java.util.List;
import java.util.Optional;

/**
 * Which tracks of the source are taken over as they are, byte for byte.
 *
 * @param rung name of the rung that is made of the source's own pictures, always the largest
 * @param sounds names of the audio renditions that are made of the source's own sound
 */
public record CopiedTracks(Optional<String> rung, List<String> sounds) {

    public CopiedTracks {
        sounds = List.copyOf(sounds);
    }

    /**
     * What conforms of a source; empty when nothing does.
     *
     * @param loudness what sound is brought to; copied sound stays as loud as it is
     */
    static Optional<CopiedTracks> of(
            SourceProbe probe,
            Optional<FrameGrid> grid,
            List<Rung> rungs,
            List<AudioRendition> renditions,
            AudioGrid cut,
            Optional<LoudnessTarget> loudness) {
        Optional<String> rung = grid.filter(laid ->
                        PassThrough.pictureObjections(probe, laid, rungs).isEmpty())
                .flatMap(laid -> candidate(rungs))
                .map(Rung::name);
        List<String> sounds = renditions.stream()
                .filter(rendition -> loudness.isEmpty() && isCopyable(probe, rendition, cut))
                .map(AudioRendition::name)
                .toList();
        return rung.isEmpty() && sounds.isEmpty() ? Optional.empty() : Optional.of(new CopiedTracks(rung, sounds));
    }

    /** The rung that may be made of the source's own pictures: the largest in H.264. */
    static Optional<Rung> candidate(List<Rung> rungs) {
        return rungs.stream().filter(rung -> rung.codec() == VideoCodec.H264).reduce((smaller, larger) -> larger);
    }

    /** Of the qualities of a track the usual one alone: the others are there to be smaller, or to have more channels. */
    private static boolean isCopyable(SourceProbe probe, AudioRendition rendition, AudioGrid cut) {
        return rendition.group().equals(AudioRenditions.STEREO_GROUP)
                && PassThrough.soundObjections(
                                probe, probe.audio().get(rendition.trackIndex()), PassThrough.originSeconds(probe), cut)
                        .isEmpty();
    }
}
