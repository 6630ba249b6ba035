package io.anpip.thumbnail.render;

import io.anpip.schemas.Failure;
import java.util.function.Function;

/**
 * What became of drawing the pictures of a source.
 *
 * @param <T> what there is when it went well
 */
public sealed interface RenderOutcome<T> {

    /** The same outcome of what is made from the result. */
    default <R> RenderOutcome<R> map(Function<T, R> next) {
        return switch (this) {
            case Rendered<T>(T result) -> new Rendered<>(next.apply(result));
            case Failed<T>(Failure failure) -> new Failed<>(failure);
            case NotNow<T>(String reason) -> new NotNow<>(reason);
        };
    }

    /** It went well. */
    record Rendered<T>(T result) implements RenderOutcome<T> {}

    /** The file does not allow it; the failure says why. */
    record Failed<T>(Failure failure) implements RenderOutcome<T> {}

    /** This machine or the object store does not allow it now. */
    record NotNow<T>(String reason) implements RenderOutcome<T> {}
}
