package io.anpip.upload.rest;

import io.anpip.schemas.VideoDocument;
import io.anpip.upload.lifecycle.ChapterEditing;
import io.anpip.upload.lifecycle.VideoLibrary;
import io.anpip.upload.session.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Chapters of a video: its user's win over the file's, those over the ones that were found. */
@Path("/v1/videos/{id}/chapters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Videos")
public class ChapterResource {

    private final VideoLibrary library;
    private final ChapterEditing editing;
    private final PublicAddress address;

    public ChapterResource(VideoLibrary library, ChapterEditing editing, PublicAddress address) {
        this.library = library;
        this.editing = editing;
        this.address = address;
    }

    @GET
    @Operation(summary = "The chapters that are shown", description = "Those of the video document, by themselves.")
    public Uni<RestResponse<ShownChapters>> get(String id, @Context UriInfo uri) {
        return library.find(VideoResource.video(id))
                .map(found -> found.orElseThrow(() -> new Refusal.NoSuchVideo().asException()))
                .map(address.linksFor(uri.getBaseUri())::in)
                .map(VideoDocument::chapters)
                .map(shown -> RestResponse.ResponseBuilder.ok(ShownChapters.of(shown))
                        .header("Cache-Control", "no-cache")
                        .build());
    }

    @PUT
    @Operation(
            summary = "Set the chapters",
            description =
                    "They replace what is shown, also after the video is made again. The video document has them as soon as"
                            + " the event has come to it.")
    @APIResponse(responseCode = "200", description = "The chapters as they are stored.")
    @APIResponse(responseCode = "400", description = "A chapter does not fit; it is named.")
    @APIResponse(responseCode = "409", description = "The length of the video is not known yet.")
    public Uni<ShownChapters> set(
            String id,
            @NotNull(message = "The body is missing: send 'chapters'.") @Valid EditChapters body,
            @Context UriInfo uri) {
        return VideoResource.ofVideo(editing.set(VideoResource.video(id), body.toDrafts()))
                .map(address.linksFor(uri.getBaseUri())::in)
                .map(stored -> ShownChapters.of(Optional.of(stored)));
    }

    @DELETE
    @ResponseStatus(204)
    @Operation(
            summary = "Give the set chapters up",
            description = "The file's own are shown again, or those that were found.")
    public Uni<Void> withdraw(String id) {
        return VideoResource.ofVideo(editing.withdraw(VideoResource.video(id)));
    }
}
