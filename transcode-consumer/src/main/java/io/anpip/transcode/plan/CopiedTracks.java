package io.anpip.transcode.plan;

import io.anpip.schemas.SourceProbe;
import io.anpip.transcode.grid.AudioGrid;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.ladder.Rung;
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

    /** What conforms of a source; empty when nothing does. */
    static Optional<CopiedTracks> of(
            SourceProbe probe, Optional<FrameGrid> grid, List<Rung> rungs, List<AudioRendition> audio, AudioGrid cut) {
        Optional<String> rung = grid.filter(laid -> !rungs.isEmpty())
                .filter(laid ->
                        PassThrough.pictureObjections(probe, laid, rungs).isEmpty())
                .map(laid -> rungs.getLast().name());
        List<String> sounds = audio.stream()
                .filter(rendition -> PassThrough.soundObjections(
                                probe, probe.audio().get(rendition.trackIndex()), PassThrough.originSeconds(probe), cut)
                        .isEmpty())
                .map(AudioRendition::name)
                .toList();
        return rung.isEmpty() && sounds.isEmpty() ? Optional.empty() : Optional.of(new CopiedTracks(rung, sounds));
    }
}
