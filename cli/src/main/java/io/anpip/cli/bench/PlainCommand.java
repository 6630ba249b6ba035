package io.anpip.cli.bench;

import io.anpip.cli.bench.PlannedEncoding.Rung;
import io.anpip.cli.bench.PlannedEncoding.Sound;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The FFmpeg command a person would write by hand for the same result: all renditions and the sound in one process, cut into HLS
 * segments in fragmented MP4; pure.
 *
 * <p>What the pipeline takes over from the file as it is, this command copies too: else the pipeline would be compared with more work
 * than it does. It mirrors what transcode-consumer's ChunkEncodeCommand and AudioEncodeCommand set: scaling from rung to rung, preset, quality,
 * caps, level, key frames, threads. What they add to make chunks join (time stamps, cuts, fragment flags) has no counterpart here.
 */
final class PlainCommand {
    private PlainCommand() {}

    /** The whole command line; writes into a folder that exists. */
    static List<String> of(PlannedEncoding plan, Path ffmpeg, Path source, Path folder) {
        List<String> command =
                new ArrayList<>(List.of(ffmpeg.toString(), "-hide_banner", "-nostdin", "-loglevel", "error", "-y"));
        command.addAll(List.of("-threads", plan.threads() + "", "-i", source.toString()));
        if (!plan.encodedRungs().isEmpty()) {
            command.addAll(List.of("-filter_complex", graph(plan)));
        }
        for (Rung rung : plan.rungs()) {
            command.addAll(List.of("-map", plan.isCopied(rung) ? "0:" + plan.videoStream() : "[" + rung.name() + "]"));
        }
        for (Sound sound : plan.sounds()) {
            command.addAll(List.of("-map", "0:" + sound.streamIndex()));
        }
        command.addAll(List.of("-c:v", "libx264", "-preset", plan.preset()));
        if (plan.copiedRung().isEmpty()) {
            command.addAll(List.of("-profile:v", "high"));
        }
        command.addAll(List.of("-crf", plan.constantRateFactor() + "", "-threads", plan.threads() + ""));
        command.addAll(List.of("-g", plan.gopFrames() + "", "-keyint_min", plan.gopFrames() + ""));
        command.addAll(List.of("-sc_threshold", "0", "-flags:v", "+cgop"));
        for (int i = 0; i < plan.rungs().size(); i++) {
            Rung rung = plan.rungs().get(i);
            if (plan.isCopied(rung)) {
                command.addAll(List.of("-c:v:" + i, "copy"));
                continue;
            }
            if (plan.copiedRung().isPresent()) {
                // A stream that is copied has no encoder that knows the name of a profile, and FFmpeg refuses to begin.
                command.addAll(List.of("-profile:v:" + i, "high"));
            }
            command.addAll(List.of("-level:v:" + i, rung.level()));
            command.addAll(List.of("-maxrate:v:" + i, rung.maxBitrateBps() + ""));
            command.addAll(List.of("-bufsize:v:" + i, rung.bufferSizeBits() + ""));
        }
        command.addAll(List.of("-c:a", "aac", "-ar", "48000"));
        for (int i = 0; i < plan.sounds().size(); i++) {
            Sound sound = plan.sounds().get(i);
            if (plan.copiedAudio().contains(i)) {
                command.addAll(List.of("-c:a:" + i, "copy"));
                continue;
            }
            command.addAll(List.of("-b:a:" + i, sound.bitrateBps() + "", "-ac:a:" + i, sound.channels() + ""));
        }
        command.addAll(List.of("-f", "hls", "-hls_time", String.format(Locale.ROOT, "%.6f", plan.segmentSeconds())));
        command.addAll(List.of("-hls_playlist_type", "vod", "-hls_segment_type", "fmp4"));
        command.addAll(List.of("-hls_flags", "independent_segments", "-master_pl_name", "master.m3u8"));
        command.addAll(List.of("-hls_fmp4_init_filename", "init-%v.mp4"));
        command.addAll(
                List.of("-hls_segment_filename", folder.resolve("%v-%05d.m4s").toString()));
        command.addAll(List.of(
                "-var_stream_map", streams(plan), folder.resolve("%v.m3u8").toString()));
        return List.copyOf(command);
    }

    private static String graph(PlannedEncoding plan) {
        List<Rung> rungs = plan.encodedRungs();
        Rung largest = rungs.getLast();
        StringBuilder graph = new StringBuilder("[0:%d]fps=%d/%d,scale=%d:%d,setsar=1,format=yuv420p"
                .formatted(
                        plan.videoStream(),
                        plan.rateNumerator(),
                        plan.rateDenominator(),
                        largest.width(),
                        largest.height()));
        for (int i = rungs.size() - 1; i > 0; i--) {
            Rung smaller = rungs.get(i - 1);
            String name = rungs.get(i).name();
            graph.append(",split[%s][below-%s];[below-%s]scale=%d:%d,setsar=1"
                    .formatted(name, name, name, smaller.width(), smaller.height()));
        }
        return graph.append("[" + rungs.getFirst().name() + "]").toString();
    }

    private static String streams(PlannedEncoding plan) {
        boolean sound = !plan.sounds().isEmpty();
        List<String> streams = new ArrayList<>();
        for (int i = 0; i < plan.rungs().size(); i++) {
            streams.add("v:" + i + (sound ? ",agroup:sound" : ""));
        }
        for (int i = 0; i < plan.sounds().size(); i++) {
            streams.add("a:" + i + ",agroup:sound" + (i == 0 ? ",default:yes" : ""));
        }
        return String.join(" ", streams);
    }
}
