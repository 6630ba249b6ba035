package io.anpip.thumbnail.render;

import io.anpip.schemas.Failure;

/**
 * What became of drawing the pictures of a source.
 *
 * @param <T> what there is when it went well
 */
public sealed interface RenderOutcome<T> {

    /** It went well. */
    record Rendered<T>(T result) implements RenderOutcome<T> {}

    /** The file does not allow it; the failure says why. */
    record Failed<T>(Failure failure) implements RenderOutcome<T> {}

    /** This machine or the object store does not allow it now. */
    record NotNow<T>(String reason) implements RenderOutcome<T> {}
}
