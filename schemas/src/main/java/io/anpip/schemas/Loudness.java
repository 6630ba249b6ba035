package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Loudness of a sound track, measured as EBU R 128 says. */
@JsonClassDescription("Loudness of a sound track, measured as EBU R 128 says.")
public record Loudness(
        @JsonPropertyDescription("Integrated loudness of the source, LUFS; -70 is silence")
        double integratedLufs,

        @JsonPropertyDescription("Loudness range of the source, LU")
        double rangeLu,

        @JsonPropertyDescription("True peak of the source, dBTP")
        double truePeakDbtp,

        @JsonPropertyDescription("What was added to reach the target loudness, dB; 0 where it was left as it is")
        double gainDb) {}
