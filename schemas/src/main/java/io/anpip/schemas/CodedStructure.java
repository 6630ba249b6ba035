package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** How the pictures of a track are coded, where key frames come regularly: what decides whether it can be taken over as it is. */
@JsonClassDescription(
        "How the pictures of a track are coded, where key frames come regularly: what decides whether it can be taken over as it is.")
public record CodedStructure(
        @JsonPropertyDescription(
                "Every so many frames, counted from the first, there is a key frame; others may lie between")
        int keyFrameIntervalFrames,

        @JsonPropertyDescription("Whether all that follows a key frame in the file is shown after it")
        boolean closedGops,

        @JsonPropertyDescription("Average bit rate, bits per second")
        long averageBitrateBps,

        @JsonPropertyDescription("Largest bit rate of any six seconds, bits per second")
        long peakBitrateBps) {}
