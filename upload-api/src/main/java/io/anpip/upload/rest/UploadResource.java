package io.anpip.upload.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.anpip.schemas.VideoId;
import io.anpip.upload.lifecycle.ChunkRecording;
import io.anpip.upload.lifecycle.ChunkSigning;
import io.anpip.upload.lifecycle.Finalization;
import io.anpip.upload.lifecycle.UploadAnnouncement;
import io.anpip.upload.lifecycle.UploadInspection;
import io.anpip.upload.lifecycle.Withdrawal;
import io.anpip.upload.session.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** The native upload protocol: announce, put chunks straight into the store, finalize. */
@Path("/v1/uploads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Uploads", description = "Announce a file, put its chunks into object storage, finalize.")
public class UploadResource {

    private final UploadAnnouncement announcement;
    private final ChunkSigning signing;
    private final ChunkRecording recording;
    private final UploadInspection inspection;
    private final Finalization finalization;
    private final Withdrawal withdrawal;
    private final OwnerHeader owner;
    private final ObjectMapper json;

    public UploadResource(
            UploadAnnouncement announcement,
            ChunkSigning signing,
            ChunkRecording recording,
            UploadInspection inspection,
            Finalization finalization,
            Withdrawal withdrawal,
            OwnerHeader owner,
            ObjectMapper json) {
        this.announcement = announcement;
        this.signing = signing;
        this.recording = recording;
        this.inspection = inspection;
        this.finalization = finalization;
        this.withdrawal = withdrawal;
        this.owner = owner;
        this.json = json;
    }

    @POST
    @Operation(summary = "Announce a file", description = "Opens an upload and says how to cut the file into chunks.")
    @APIResponse(responseCode = "201", description = "The upload is open.")
    @APIResponse(responseCode = "413", description = "The file is larger than this service accepts.")
    @APIResponse(
            responseCode = "429",
            description = "Too many unfinished uploads, or too many videos waiting; see Retry-After.")
    public Uni<RestResponse<InitializedUpload>> initialize(
            @NotNull(message = "The body is missing: send 'filename' and 'sizeBytes'.") @Valid InitializeUpload body,
            @Context HttpHeaders headers) {
        return announcement
                .open(body.toAnnounced(owner.in(headers)))
                .map(upload -> RestResponse.ResponseBuilder.<InitializedUpload>created(
                                URI.create("/v1/uploads/" + upload.id()))
                        .entity(InitializedUpload.of(upload))
                        .build());
    }

    @POST
    @Path("/{id}/chunks/{number}/url")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SignChunk.class)))
    @Operation(
            summary = "Ask for a chunk's URL",
            description = "A presigned PUT for one chunk of exactly the planned size. Ask shortly before you put.")
    @APIResponse(responseCode = "200", description = "Where to put the chunk.")
    public Uni<ChunkUrl> sign(String id, String number, byte[] body) {
        // Read here and not by the framework, because most clients send nothing, and then no content type either.
        return signing.sign(upload(id), number, SignChunk.checksumIn(body, json))
                .map(ChunkUrl::of);
    }

    @POST
    @Path("/{id}/chunks/{number}")
    @ResponseStatus(204)
    @Operation(
            summary = "Tell that a chunk is stored",
            description =
                    "Checked against the store. Lets others begin before the upload is complete; not needed to finalize.")
    public Uni<Void> record(String id, String number) {
        return recording.record(upload(id), number);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "How far an upload has come",
            description = "Which chunks are stored: what a client needs to resume.")
    public Uni<UploadStatus> get(String id) {
        return inspection.inspect(upload(id)).map(UploadStatus::of);
    }

    @POST
    @Path("/{id}/finalize")
    @Operation(
            summary = "Finish an upload",
            description = "All chunks must be stored. May be called again; the video is made once.")
    @APIResponse(responseCode = "202", description = "The video is being made; see Location.")
    @APIResponse(responseCode = "409", description = "Chunks are missing or have the wrong size; they are listed.")
    public Uni<RestResponse<Void>> finish(String id) {
        VideoId video = upload(id);
        return finalization
                .finish(video)
                .map(done -> RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.ACCEPTED)
                        .location(URI.create("/v1/videos/" + video))
                        .build());
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(summary = "Give an upload up", description = "Its chunks are removed.")
    public Uni<Void> abort(String id) {
        return withdrawal.abort(upload(id), Withdrawal.BY_CLIENT);
    }

    private static VideoId upload(String id) {
        return VideoId.parse(id).orElseThrow(() -> new Refusal.NoSuchUpload().asException());
    }
}
