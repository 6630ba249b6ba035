package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** How the pictures of a track are coded, where all groups of pictures are equally long: what decides whether it can be taken over as it is. */
@JsonClassDescription(
        "How the pictures of a track are coded, where all groups of pictures are equally long: what decides whether it can be taken over as it is.")
public record CodedStructure(
        @JsonPropertyDescription("Frames from each key frame to the next")
        int keyFrameIntervalFrames,

        @JsonPropertyDescription("Whether nothing before a key frame is needed after it: every one is an IDR picture")
        boolean closedGops,

        @JsonPropertyDescription("Average bit rate, bits per second")
        long averageBitrateBps,

        @JsonPropertyDescription("Largest bit rate of any six seconds, bits per second")
        long peakBitrateBps) {}
