package io.anpip.upload.rest;

import io.anpip.upload.chapters.ChapterDraft;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that sets the chapters of a video. */
@Schema(description = "Chapters in order of time; an empty list for a video that shall have none.")
public record EditChapters(
        @NotNull(message = "The list 'chapters' is missing.") @Nullable
        List<@Nullable Mark> chapters) {

    /** One chapter. */
    public record Mark(
            @Schema(examples = "0") @Nullable Double startSeconds,

            @Schema(description = "Where the next one begins, or the video ends, when absent.") @Nullable
            Double endSeconds,

            @Schema(examples = "Intro", maxLength = 255) @Nullable
            String title) {

        private ChapterDraft toDraft() {
            return new ChapterDraft(
                    Optional.ofNullable(startSeconds),
                    Optional.ofNullable(endSeconds),
                    Objects.requireNonNullElse(title, ""));
        }
    }

    List<ChapterDraft> toDrafts() {
        return Objects.requireNonNullElse(chapters, List.<Mark>of()).stream()
                .map(mark -> Objects.requireNonNullElseGet(mark, () -> new Mark(null, null, null)))
                .map(Mark::toDraft)
                .toList();
    }
}
