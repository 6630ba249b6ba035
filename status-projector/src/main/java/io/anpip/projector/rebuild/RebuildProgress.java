package io.anpip.projector.rebuild;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How far the rebuild of this process is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RebuildProgress.Idle.class, name = "IDLE"),
    @JsonSubTypes.Type(value = RebuildProgress.Running.class, name = "RUNNING"),
    @JsonSubTypes.Type(value = RebuildProgress.Done.class, name = "DONE"),
    @JsonSubTypes.Type(value = RebuildProgress.Failed.class, name = "FAILED")
})
public sealed interface RebuildProgress {

    /** None was asked for since this process started. */
    record Idle() implements RebuildProgress {}

    /**
     * At work.
     *
     * @param step what is being done, for people
     * @param events records read so far
     * @param total records there were when it began
     */
    record Running(String step, long events, long total) implements RebuildProgress {}

    /** The last one has ended. */
    record Done(RebuildReport report) implements RebuildProgress {}

    /** The last one was broken off; the live projection is what it was. */
    record Failed(String reason) implements RebuildProgress {}
}
