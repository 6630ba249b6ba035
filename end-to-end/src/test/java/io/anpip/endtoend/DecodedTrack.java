package io.anpip.endtoend;

import java.util.List;

/**
 * A track as a player would see it: decoded from its first packet to its last.
 *
 * @param type {@code video} or {@code audio}
 * @param height of the picture, 0 for sound
 * @param frames decoded frames
 * @param startSeconds time of its first frame
 * @param endSeconds end of its last frame
 */
record DecodedTrack(String type, int height, long frames, double startSeconds, double endSeconds) {

    /** Decodes one track of a playlist or manifest; any complaint of the decoder is an error. */
    static DecodedTrack of(String address, String stream) {
        ProgramRun decoded = FfmpegTool.ffmpeg("-xerror", "-i", address, "-map", "0:" + stream, "-f", "null", "-");
        if (decoded.exitCode() != 0 || !decoded.stderr().isBlank()) {
            throw new AssertionError(address + " does not decode: " + decoded.stderr());
        }
        String type = FfmpegTool.ffprobe(
                        "-select_streams", stream, "-show_entries", "stream=codec_type", "-of", "csv=p=0", address)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((first, last) -> last)
                .orElseThrow();
        List<String[]> frames = FfmpegTool.ffprobe(
                        "-select_streams",
                        stream,
                        "-show_entries",
                        "frame=pts_time,duration_time,height",
                        "-of",
                        "csv=p=0",
                        address)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(","))
                .toList();
        String[] first = frames.getFirst();
        String[] last = frames.getLast();
        int height = type.startsWith("video") ? Integer.parseInt(first[2]) : 0;
        return new DecodedTrack(
                type.startsWith("video") ? "video" : "audio",
                height,
                frames.size(),
                Double.parseDouble(first[0]),
                Double.parseDouble(last[0]) + Double.parseDouble(last[1]));
    }
}
