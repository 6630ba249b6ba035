package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** An exact ratio of two whole numbers, such as a frame rate of 30000/1001. */
@JsonClassDescription("An exact ratio of two whole numbers, such as a frame rate of 30000/1001.")
public record Rational(
        @JsonPropertyDescription("Numerator") long numerator,

        @JsonPropertyDescription("Denominator, greater than zero")
        long denominator) {

    public Rational {
        if (denominator <= 0) {
            throw new IllegalArgumentException("A ratio needs a denominator above zero");
        }
    }

    /** The nearest double. */
    public double toDouble() {
        return (double) numerator / denominator;
    }
}
