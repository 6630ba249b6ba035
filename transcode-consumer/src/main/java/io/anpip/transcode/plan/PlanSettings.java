package io.anpip.transcode.plan;

import io.anpip.transcode.grid.GridSettings;
import io.anpip.transcode.ladder.LadderSettings;
import io.anpip.transcode.ladder.VideoCodec;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Everything a plan is made after: an encoding profile joined with what an operator has set for all of them.
 *
 * @param profile name of the profile
 * @param ladders the wished renditions, one ladder a codec
 * @param negligibleGain a rung that shows no more than this over the next smaller one is left out
 *     ({@link io.anpip.transcode.ladder.MeasuredGain}); 0 keeps all
 * @param grid how the video is cut
 * @param encoder what all encoders share
 * @param sound what else is wanted of sound
 * @param passThrough whether tracks of the source that conform are taken over as they are
 * @param downloads which files to save a video gets
 */
public record PlanSettings(
        String profile,
        List<LadderSettings> ladders,
        double negligibleGain,
        GridSettings grid,
        EncoderSettings encoder,
        SoundSettings sound,
        boolean passThrough,
        DownloadSettings downloads) {

    private static final double LARGEST_NEGLIGIBLE_GAIN = 0.2;

    public PlanSettings {
        ladders = List.copyOf(ladders);
        if (ladders.isEmpty()) {
            throw new IllegalArgumentException("it has no ladder");
        }
        if (codecs(ladders).size() != ladders.size()) {
            throw new IllegalArgumentException("it has two ladders of one codec");
        }
        if (!(negligibleGain >= 0 && negligibleGain <= LARGEST_NEGLIGIBLE_GAIN)) {
            throw new IllegalArgumentException(
                    "negligibleGain " + negligibleGain + " is not between 0 and " + LARGEST_NEGLIGIBLE_GAIN);
        }
    }

    /** The codecs of its ladders. */
    public Set<VideoCodec> codecs() {
        return codecs(ladders);
    }

    private static Set<VideoCodec> codecs(List<LadderSettings> ladders) {
        Set<VideoCodec> codecs = EnumSet.noneOf(VideoCodec.class);
        ladders.forEach(ladder -> codecs.add(ladder.codec()));
        return codecs;
    }
}
