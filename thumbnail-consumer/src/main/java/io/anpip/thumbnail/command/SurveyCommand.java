package io.anpip.thumbnail.command;

import io.anpip.media.FfmpegCommand;
import io.anpip.thumbnail.command.PictureTrack.DecodedFrames;
import io.anpip.thumbnail.preview.PreviewFormat;
import io.anpip.thumbnail.preview.PreviewPlan;
import io.anpip.thumbnail.storyboard.StoryboardPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One cheap pass over a video that draws its storyboard and its preview, and gives every tile as raw gray samples on standard output, for
 * the choice of a poster.
 *
 * @param track what to read
 * @param storyboard what to draw
 * @param preview what to draw beside it
 */
public record SurveyCommand(PictureTrack track, StoryboardPlan storyboard, PreviewPlan preview) {

    /** When the frame of a tile is looked for: the first one at or after this time is drawn. */
    public Duration timeOf(int tile) {
        return storyboard.startOf(tile).plus(offset(storyboard.interval()));
    }

    /** The command; sheets and preview go into this folder. */
    public FfmpegCommand in(Path folder, RunLimits limits) {
        List<String> arguments = new ArrayList<>(List.of("-filter_complex_threads", "1"));
        arguments.addAll(track.cheapInput());
        arguments.addAll(List.of("-filter_complex", graph()));
        arguments.addAll(List.of("-map", "[sheet]", "-q:v", "4"));
        arguments.addAll(StillOutputs.WITHOUT_METADATA);
        arguments.add(folder.resolve("sheet-%03d.jpg").toString());
        arguments.addAll(List.of("-map", "[animation]"));
        arguments.addAll(encoder());
        arguments.addAll(StillOutputs.WITHOUT_METADATA);
        arguments.add(folder.resolve(preview.format().fileName()).toString());
        // Each frame is flushed, so that it counts as a sign of life.
        arguments.addAll(List.of("-map", "[gray]", "-f", "rawvideo", "-flush_packets", "1", "pipe:1"));
        return limits.command(arguments);
    }

    private String graph() {
        return track.pad() + "split=2[tiles][frames];"
                + "[tiles]" + sampled(storyboard.interval(), storyboard.tileCount()) + ','
                + track.scaledTo(storyboard.tile()) + ',' + PictureTrack.forJpeg() + ",split=2[colour][shade];"
                + "[colour]tile=" + storyboard.columns() + 'x' + storyboard.rows() + "[sheet];"
                + "[shade]format=gray[gray];"
                + "[frames]" + sampled(preview.interval(), preview.frames()) + ','
                + track.scaledTo(preview.size()) + ','
                // The time base of the sampling is a whole interval, too coarse for the animation's own times.
                + "settb=1/1000,setpts=N*" + 1000 / preview.framesPerSecond() + ",fps=" + preview.framesPerSecond()
                + animated();
    }

    private List<String> encoder() {
        return switch (preview.format()) {
            case PreviewFormat.WEBP ->
                List.of("-c:v", "libwebp_anim", "-quality", "60", "-compression_level", "4", "-loop", "0");
            case PreviewFormat.GIF -> List.of("-c:v", "gif", "-loop", "0");
        };
    }

    private String animated() {
        return switch (preview.format()) {
            case PreviewFormat.WEBP -> ",scale=out_color_matrix=bt601:out_range=tv,format=yuv420p[animation]";
            // A palette of this one animation: GIF's 256 colours are few.
            case PreviewFormat.GIF ->
                ",split=2[still][counted];[counted]palettegen[palette];"
                        + "[still][palette]paletteuse=dither=bayer[animation]";
        };
    }

    /**
     * Takes one frame per interval, the first at or after its time, and exactly so many: where an interval has no frame the last one is
     * shown again, as a player would.
     */
    private String sampled(Duration interval, int count) {
        String offset = Seconds.of(offset(interval));
        String length = Seconds.of(interval);
        return "select='gte(t," + offset + ")*(isnan(prev_selected_t)+gt(floor((t-" + offset + ")/" + length
                + "),floor((prev_selected_t-" + offset + ")/" + length + ")))',"
                + "setpts=PTS-" + offset + "/TB,"
                + "fps=fps=1000/" + interval.toMillis() + ":start_time=0:round=down:eof_action=pass,"
                + "tpad=stop_mode=clone:stop=-1,trim=end_frame=" + count;
    }

    /**
     * How far into its interval a frame is looked for, so that the one that is found lies about in the middle: that picture stands for
     * its stretch of time best. In a video shorter than that it is looked for while there still is one to come.
     */
    private Duration offset(Duration interval) {
        long keyFrameGap = Math.round(1000 * track.track().largestKeyFrameGapSeconds());
        long frame = Math.round(1500 / Math.max(1, track.track().frameRate().toDouble()));
        long toNextFrame = track.frames() == DecodedFrames.KEY ? keyFrameGap : 0;
        long latest = storyboard.length().toMillis() - (track.frames() == DecodedFrames.KEY ? keyFrameGap : frame);
        return Duration.ofMillis(Math.clamp((interval.toMillis() - toNextFrame) / 2, 0, Math.max(0, latest)));
    }
}
