package io.anpip.upload.rest;

import io.anpip.upload.deadletter.DeadLetterPlace;
import io.anpip.upload.deadletter.Redrive;
import io.anpip.upload.lifecycle.DeadLetters;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Dead letters, for operators. */
@Path("/v1/operator/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@ForOperators
@Tag(name = "Operators")
public class DeadLetterResource {

    private final DeadLetters letters;

    public DeadLetterResource(DeadLetters letters) {
        this.letters = letters;
    }

    /** A page of dead letters. */
    public record Listed(List<ShownDeadLetter> items) {}

    /** What became of one. */
    public record Redriven(Redrive outcome) {}

    @GET
    @Operation(summary = "The newest dead letters, without those that were dealt with unless 'all' is set.")
    public Uni<Listed> list(
            @QueryParam("all") @DefaultValue("false") boolean all,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return letters.list(all, limit)
                .map(found ->
                        new Listed(found.stream().map(ShownDeadLetter::brief).toList()));
    }

    @GET
    @Path("/{topic}/{partition}/{offset}")
    @Operation(summary = "One dead letter with its payload and headers.")
    public Uni<ShownDeadLetter> read(String topic, int partition, long offset) {
        return letters.read(new DeadLetterPlace(topic, partition, offset)).map(ShownDeadLetter::whole);
    }

    @POST
    @Path("/{topic}/{partition}/{offset}/redrive")
    @Operation(
            summary =
                    "Sends it on its way again: a video that failed is made again, a parked record is published again.")
    public Uni<Redriven> redrive(String topic, int partition, long offset) {
        return letters.redrive(new DeadLetterPlace(topic, partition, offset)).map(Redriven::new);
    }
}
