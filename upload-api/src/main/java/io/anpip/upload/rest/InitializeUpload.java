package io.anpip.upload.rest;

import io.anpip.upload.lifecycle.Announced;
import io.anpip.upload.session.FileDescription;
import io.anpip.upload.session.TusWords;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that announces a file. */
@Schema(description = "The file that is going to be uploaded.")
public record InitializeUpload(
        @NotBlank(message = "The name of the file is missing.")
        @Size(max = 1024, message = "The name of the file may have at most 1024 characters.")
        @Schema(examples = "holiday.mp4")
        @Nullable
        String filename,

        @NotNull(message = "The size of the file in bytes is missing.")
        @PositiveOrZero(message = "The size of the file in bytes can't be negative.")
        @Schema(examples = "73400320")
        @Nullable
        Long sizeBytes,

        @Size(max = 255, message = "The content type may have at most 255 characters.")
        @Schema(description = "What the client takes the file for; never trusted.", examples = "video/mp4")
        @Nullable
        String contentType,

        @Size(max = 255, message = "The title may have at most 255 characters.")
        @Schema(description = "A title for people; the file's name when absent.")
        @Nullable
        String title,

        @Schema(
                description = "Encoding profile: 'default' when absent. What else there is an operator decides.",
                examples = "quality")
        @Nullable
        String profile) {

    Announced toAnnounced(String owner) {
        return new Announced(
                new FileDescription(
                        Objects.requireNonNullElse(filename, ""),
                        Objects.requireNonNullElse(contentType, "application/octet-stream"),
                        Optional.ofNullable(title),
                        Optional.ofNullable(profile),
                        TusWords.NONE,
                        owner),
                Objects.requireNonNullElse(sizeBytes, 0L));
    }
}
