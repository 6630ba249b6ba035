package io.anpip.upload.rest;

import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoStatus;
import io.anpip.upload.lifecycle.Reprocessing;
import io.anpip.upload.lifecycle.VideoLibrary;
import io.anpip.upload.lifecycle.Withdrawal;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.RefusedException;
import io.anpip.upload.video.VideoCursor;
import io.anpip.upload.video.VideoPage;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Videos: read them, remove them, have them made again. */
@Path("/v1/videos")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Videos", description = "What has become of the uploads.")
public class VideoResource {

    private final VideoLibrary library;
    private final Withdrawal withdrawal;
    private final Reprocessing reprocessing;
    private final PublicAddress address;

    public VideoResource(
            VideoLibrary library, Withdrawal withdrawal, Reprocessing reprocessing, PublicAddress address) {
        this.library = library;
        this.withdrawal = withdrawal;
        this.reprocessing = reprocessing;
        this.address = address;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "The video document")
    @APIResponse(
            responseCode = "200",
            description = "The video as it stands.",
            content = @Content(schema = @Schema(implementation = VideoDocument.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the entity tag in If-None-Match.")
    public Uni<Response> get(String id, @Context Request request, @Context UriInfo uri) {
        return library.find(video(id))
                .map(found -> found.orElseThrow(() -> new Refusal.NoSuchVideo().asException()))
                .map(document -> {
                    EntityTag tag = new EntityTag(
                            "g" + document.generation() + '-' + document.sequence() + '-' + document.status(), true);
                    Response.ResponseBuilder fresh = request.evaluatePreconditions(tag);
                    return (fresh != null
                                    ? fresh
                                    : Response.ok(
                                            address.linksFor(uri.getBaseUri()).in(document)))
                            .tag(tag)
                            .header("Cache-Control", "no-cache")
                            .build();
                });
    }

    @GET
    @Operation(summary = "Videos, newest first", description = "Pages by cursor; see also the Link header.")
    public Uni<RestResponse<VideoList>> list(
            @RestQuery
                    @DefaultValue("20")
                    @Min(value = 1, message = "'limit' must be 1 to 100.")
                    @Max(value = 100, message = "'limit' must be 1 to 100.")
                    int limit,
            @RestQuery Optional<String> cursor,
            @RestQuery
                    Optional<
                                    @Pattern(
                                            regexp = "UPLOADING|PROCESSING|PLAYABLE|READY|FAILED",
                                            message =
                                                    "'status' must be UPLOADING, PROCESSING, PLAYABLE, READY or FAILED.")
                                    String>
                            status,
            @Context UriInfo uri) {
        return library.page(cursor.map(VideoCursor::decode), status.map(VideoStatus::valueOf), limit)
                .map(page -> {
                    var response = RestResponse.ResponseBuilder.ok(body(page, uri));
                    page.next()
                            .ifPresent(next -> response.header("Link", "<" + following(uri, next) + ">; rel=\"next\""));
                    return response.header("Cache-Control", "no-cache").build();
                });
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(summary = "Remove a video", description = "With all its objects, whatever state it is in.")
    public Uni<Void> delete(String id) {
        return ofVideo(withdrawal.delete(video(id)));
    }

    @POST
    @Path("/{id}/reprocess")
    @Operation(
            summary = "Make a video again",
            description = "From its source, as a new generation; only once it is at an end.")
    @APIResponse(responseCode = "202", description = "A new generation is in work.")
    @APIResponse(responseCode = "409", description = "The video is still in work, or has no source.")
    public Uni<RestResponse<Void>> reprocess(String id) {
        VideoId video = video(id);
        return ofVideo(reprocessing.begin(video))
                .map(done -> RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.ACCEPTED)
                        .location(URI.create("/v1/videos/" + video))
                        .build());
    }

    private VideoList body(VideoPage page, UriInfo uri) {
        return new VideoList(
                page.items().stream()
                        .map(address.linksFor(uri.getBaseUri())::in)
                        .toList(),
                page.next().map(VideoCursor::encoded));
    }

    private URI following(UriInfo uri, VideoCursor next) {
        return UriBuilder.fromUri(address.insteadOf(uri.getBaseUri()))
                .path("v1/videos")
                .replaceQuery(uri.getRequestUri().getRawQuery())
                .replaceQueryParam("cursor", next.encoded())
                .build();
    }

    static VideoId video(String id) {
        return VideoId.parse(id).orElseThrow(() -> new Refusal.NoSuchVideo().asException());
    }

    /** A video is its upload; here its clients call it a video. */
    static <T> Uni<T> ofVideo(Uni<T> call) {
        return call.onFailure(failure -> failure instanceof RefusedException refused
                        && refused.refusal() instanceof Refusal.NoSuchUpload)
                .transform(failure -> new Refusal.NoSuchVideo().asException());
    }
}
