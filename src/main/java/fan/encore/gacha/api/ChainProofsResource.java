package fan.encore.gacha.api;

import fan.encore.fairness.NotInLog;
import fan.encore.gacha.DrawProofs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the public log tells of chains of draws. */
@Path("fairness/chains")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fairness")
public class ChainProofsResource {

  @Inject private DrawProofs proofs;

  /**
   * @param proof hashes in base 64, from the bottom up
   */
  public record ProvenLeaf(long index, String kind, String body, List<String> proof) {
    static ProvenLeaf of(DrawProofs.Proven leaf) {
      return new ProvenLeaf(
          leaf.index(),
          leaf.kind(),
          leaf.body(),
          leaf.path().stream().map(Base64.getEncoder()::encodeToString).toList());
    }
  }

  /**
   * @param size leaves of the tree that the proofs lead to
   */
  public record ChainLeaves(String chain, long size, List<ProvenLeaf> leaves) {}

  @GET
  @Path("{commitment}")
  @Operation(
      summary = "The leaves of a chain of draws, each with its proof in the tree of a size",
      description =
          "In the order of the log, at most 200 at once; the next ones follow from the last index.")
  public ChainLeaves leaves(
      @PathParam("commitment") String commitment,
      @QueryParam("from") @DefaultValue("0") long from,
      @QueryParam("size") @DefaultValue("-1") long size) {
    List<ProvenLeaf> leaves =
        proofs.chain(commitment, from, size).stream().map(ProvenLeaf::of).toList();
    if (leaves.isEmpty() && from == 0) {
      throw new NotInLog();
    }
    return new ChainLeaves(commitment, size, leaves);
  }
}
