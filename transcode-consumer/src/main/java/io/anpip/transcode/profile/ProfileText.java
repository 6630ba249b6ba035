package io.anpip.transcode.profile;

import io.anpip.transcode.grid.GridSettings;
import io.anpip.transcode.ladder.LadderSettings;
import io.anpip.transcode.ladder.LadderStep;
import io.anpip.transcode.ladder.VideoCodec;
import io.anpip.transcode.ladder.VideoEncoder;
import io.anpip.transcode.plan.EncoderSettings;
import io.anpip.transcode.plan.PlanSettings;
import java.util.List;

/** A profile as its file has it; the keys are explained in {@code profiles.yaml}. */
record ProfileText(int threads, int gopSeconds, int segmentGops, double negligibleGain, List<LadderText> ladders) {

    /** The ladder of one codec. */
    record LadderText(
            VideoCodec codec,
            String preset,
            int constantRateFactor,
            double highFrameRateFactor,
            double bufferFactor,
            int maxLongSide,
            List<LadderStep> steps) {

        LadderSettings settings() {
            return new LadderSettings(
                    new VideoEncoder(codec, preset, constantRateFactor),
                    steps,
                    highFrameRateFactor,
                    bufferFactor,
                    maxLongSide);
        }
    }

    /** The profile with what is set for all of them. Throws {@link IllegalArgumentException} that says what is wrong with it. */
    PlanSettings settings(String name, OperatorSettings operator) {
        return new PlanSettings(
                name,
                ladders.stream().map(LadderText::settings).toList(),
                negligibleGain,
                new GridSettings(operator.firstChunk(), operator.chunk(), gopSeconds, segmentGops),
                new EncoderSettings(threads, operator.audioBitrateBps()),
                operator.sound(),
                operator.passThrough(),
                operator.downloads());
    }
}
