package io.anpip.upload.rest;

import io.anpip.schemas.VideoId;
import io.anpip.upload.lifecycle.PosterPicking;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** The poster of a video: the one its user picks stands in place of the automatic one. */
@Path("/v1/videos/{id}/poster")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Videos")
public class PosterResource {

    private final PosterPicking picking;

    public PosterResource(PosterPicking picking) {
        this.picking = picking;
    }

    @POST
    @Operation(
            summary = "Pick the poster",
            description =
                    "The frame shown at a moment becomes the poster, and stays it when the video is made again. The"
                            + " video document has the new posters a moment later; its 'chosenPoster' tells how it went.")
    @APIResponse(
            responseCode = "202",
            description = "The frame is being taken.",
            content = @Content(schema = @Schema(implementation = PickedPoster.class)))
    @APIResponse(responseCode = "404", description = "There is no such video.")
    @APIResponse(
            responseCode = "409",
            description = "What the file holds is not known yet, or it is sound alone, or the upload was given up.")
    @APIResponse(responseCode = "400", description = "The moment is missing, or it lies outside the video.")
    public Uni<RestResponse<PickedPoster>> pick(
            String id, @NotNull(message = "The body is missing: send 'timeSeconds'.") @Valid PickPoster body) {
        VideoId video = VideoResource.video(id);
        double time = Objects.requireNonNullElse(body.timeSeconds(), 0.0);
        return VideoResource.ofVideo(picking.pick(video, time))
                .map(revision -> RestResponse.ResponseBuilder.<PickedPoster>create(RestResponse.Status.ACCEPTED)
                        .location(URI.create("/v1/videos/" + video))
                        .entity(new PickedPoster(revision))
                        .build());
    }

    @DELETE
    @ResponseStatus(204)
    @Operation(summary = "Give the picked poster up", description = "The automatic one is shown again.")
    @APIResponse(responseCode = "404", description = "There is no such video.")
    public Uni<Void> giveUp(String id) {
        return VideoResource.ofVideo(picking.giveUp(VideoResource.video(id)));
    }
}
