package io.anpip.transcode.plan;

import io.anpip.transcode.ladder.Rung;
import io.anpip.transcode.ladder.VideoCodec;
import java.util.List;
import java.util.Optional;

/**
 * The files to save that are made of a video's renditions when all are there.
 *
 * @param picture name of the rung in the video file; without one there is no video file
 * @param sound name of the audio rendition in both files, the first of the video
 * @param soundAlone whether there is a file of the sound alone
 */
public record PlannedDownloads(Optional<String> picture, Optional<String> sound, boolean soundAlone) {

    /** What can be made of these renditions; empty when there is nothing to make. */
    static Optional<PlannedDownloads> of(DownloadSettings settings, List<Rung> rungs, List<AudioRendition> audio) {
        Optional<String> picture = rungs.stream()
                .filter(rung -> settings.video() && rung.codec() == VideoCodec.H264)
                .filter(rung -> Math.min(rung.width(), rung.height()) <= settings.largestShortSide())
                .reduce((smaller, larger) -> larger)
                .map(Rung::name);
        Optional<String> sound = audio.stream().findFirst().map(AudioRendition::name);
        boolean soundAlone = settings.sound() && sound.isPresent();
        return picture.isEmpty() && !soundAlone
                ? Optional.empty()
                : Optional.of(new PlannedDownloads(picture, sound, soundAlone));
    }
}
