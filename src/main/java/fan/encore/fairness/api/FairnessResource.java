package fan.encore.fairness.api;

import fan.encore.fairness.Checkpoint;
import fan.encore.fairness.LogKeys;
import fan.encore.fairness.NotInLog;
import fan.encore.fairness.TooManyAtOnce;
import fan.encore.fairness.Transparency;
import fan.encore.fairness.Witnesses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checkpoints, leaves and proofs of the fairness log. */
@Path("fairness")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fairness")
public class FairnessResource {

  private static final String TEXT = "text/plain;charset=UTF-8";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String FOR_A_SECOND = "public, max-age=1";

  @Inject private Transparency log;
  @Inject private Witnesses witnesses;
  @Inject private LogKeys keys;

  @GET
  @Path("checkpoint")
  @Produces(TEXT)
  @Operation(summary = "The newest checkpoint, as a C2SP signed note")
  public Response checkpoint() {
    return note(log.latest().orElseThrow(NotInLog::new));
  }

  @GET
  @Path("checkpoints/{size}")
  @Produces(TEXT)
  @Operation(summary = "The checkpoint that was signed at this size")
  public Response checkpointAt(@PathParam("size") long size) {
    return note(log.at(size));
  }

  private Response note(Checkpoint checkpoint) {
    return cached(Response.ok(witnesses.cosigned(checkpoint)), false);
  }

  @GET
  @Path("key")
  @Produces(TEXT)
  @Operation(summary = "Keys that signed checkpoints, newest first, one in each line")
  public Response key() {
    return cached(Response.ok(String.join("\n", keys.known()) + "\n"), false);
  }

  @GET
  @Path("leaves")
  @Operation(summary = "Leaves from a place on, at most 1,000 at once")
  public Response leaves(
      @QueryParam("from") @DefaultValue("0") long from,
      @QueryParam("count") @DefaultValue("100") int count,
      @Context UriInfo uri) {
    if (count < 1 || count > Transparency.MOST_LEAVES) {
      throw new TooManyAtOnce();
    }
    long size = log.size();
    if (from < 0 || from > size) {
      throw new NotInLog();
    }
    List<LogViews.Entry> leaves = log.leaves(from, count).stream().map(LogViews.Entry::of).toList();
    Response.ResponseBuilder answer = Response.ok(new LogViews.Entries(from, size, leaves));
    if (from + leaves.size() < size) {
      answer.link(
          UriBuilder.fromPath(uri.getRequestUri().getRawPath())
              .queryParam("from", from + leaves.size())
              .queryParam("count", count)
              .build(),
          "next");
    }
    return cached(answer, false);
  }

  @GET
  @Path("leaves/{index}")
  @Operation(summary = "The leaf at a place")
  public Response leaf(@PathParam("index") long index) {
    LogViews.Entry leaf =
        log.leaves(index, 1).stream()
            .map(LogViews.Entry::of)
            .findFirst()
            .orElseThrow(NotInLog::new);
    return cached(Response.ok(leaf), true);
  }

  @GET
  @Path("proofs/inclusion")
  @Operation(summary = "Proves that a leaf is in the tree of a size (RFC 6962, 2.1.1)")
  public Response inclusion(
      @QueryParam("index") @DefaultValue("-1") long index,
      @QueryParam("size") @DefaultValue("-1") long size) {
    List<String> hashes = LogViews.base64(log.inclusion(index, size));
    return cached(Response.ok(new LogViews.Inclusion(index, size, hashes)), true);
  }

  @GET
  @Path("proofs/consistency")
  @Operation(summary = "Proves that a tree is the beginning of a later one (RFC 6962, 2.1.2)")
  public Response consistency(
      @QueryParam("from") @DefaultValue("-1") long from,
      @QueryParam("to") @DefaultValue("-1") long to) {
    List<String> hashes = LogViews.base64(log.consistency(from, to));
    return cached(Response.ok(new LogViews.Consistency(from, to, hashes)), true);
  }

  @POST
  @Path("witness")
  @Consumes(MediaType.TEXT_PLAIN)
  @Operation(summary = "Adds cosignatures of known witnesses to a checkpoint")
  public LogViews.Accepted witness(String note) {
    return new LogViews.Accepted(witnesses.accept(note));
  }

  private static Response cached(Response.ResponseBuilder answer, boolean forEver) {
    return answer.header(HttpHeaders.CACHE_CONTROL, forEver ? FOR_EVER : FOR_A_SECOND).build();
  }
}
