package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** The picture track of a source. */
@JsonClassDescription("The picture track of a source.")
public record VideoTrack(
        @JsonPropertyDescription("Index of the stream in the file")
        int streamIndex,

        @JsonPropertyDescription("FFmpeg's name of the codec, e.g. 'h264'")
        String codec,

        @JsonPropertyDescription("Width of the stored picture in pixels")
        int codedWidth,

        @JsonPropertyDescription("Height of the stored picture in pixels")
        int codedHeight,

        @JsonPropertyDescription("Width of one pixel relative to its height, e.g. 1/1")
        Rational sampleAspectRatio,

        @JsonPropertyDescription("Clockwise rotation a player applies: 0, 90, 180 or 270")
        int rotationDegrees,

        @JsonPropertyDescription("Width as shown: after pixel shape and rotation")
        int displayWidth,

        @JsonPropertyDescription("Height as shown") int displayHeight,

        @JsonPropertyDescription("FFmpeg's name of the pixel format, e.g. 'yuv420p'")
        String pixelFormat,

        @JsonPropertyDescription("'progressive', 'tt', 'bb', 'tb', 'bt' or 'unknown'")
        String fieldOrder,

        @JsonPropertyDescription("Transfer characteristics, e.g. 'bt709', 'smpte2084', or 'unknown'")
        String colorTransfer,

        @JsonPropertyDescription("Measured average rate of the packets, frames per second")
        Rational frameRate,

        @JsonPropertyDescription("Whether all frames are equally long")
        boolean constantFrameRate,

        @JsonPropertyDescription("Number of coded pictures found in the file")
        long packetCount,

        @JsonPropertyDescription("Time of the first picture in the file's own clock, seconds")
        double startSeconds,

        @JsonPropertyDescription("From the first picture to the end of the last, seconds")
        double durationSeconds,

        @JsonPropertyDescription("Longest distance between two key frames, seconds")
        double largestKeyFrameGapSeconds,

        @JsonPropertyDescription("Scan and colours") Optional<PictureDetails> details,

        @JsonPropertyDescription("How it is coded, where key frames come regularly")
        Optional<CodedStructure> structure) {
    /** Without what is optional and came later. */
    public VideoTrack(
            int streamIndex,
            String codec,
            int codedWidth,
            int codedHeight,
            Rational sampleAspectRatio,
            int rotationDegrees,
            int displayWidth,
            int displayHeight,
            String pixelFormat,
            String fieldOrder,
            String colorTransfer,
            Rational frameRate,
            boolean constantFrameRate,
            long packetCount,
            double startSeconds,
            double durationSeconds,
            double largestKeyFrameGapSeconds) {
        this(
                streamIndex,
                codec,
                codedWidth,
                codedHeight,
                sampleAspectRatio,
                rotationDegrees,
                displayWidth,
                displayHeight,
                pixelFormat,
                fieldOrder,
                colorTransfer,
                frameRate,
                constantFrameRate,
                packetCount,
                startSeconds,
                durationSeconds,
                largestKeyFrameGapSeconds,
                Optional.empty(),
                Optional.empty());
    }
}
