package fan.encore.gacha.web;

import fan.encore.gacha.DrawProofs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The page on which a browser checks a draw. The server only says where the draw's leaf is; what is
 * true is found out by the browser.
 */
@Named
@RequestScoped
public class VerifyPage {

  private static final List<String> CHECKS =
      List.of("result", "odds", "seed", "complete", "state", "stock", "included", "signed");

  /** What the script says, after {@code proof.} in the bundle. */
  private static final List<String> WORDS =
      List.of(
          "choose",
          "soon",
          "unread",
          "unreached",
          "verdict.good",
          "verdict.wait",
          "verdict.bad",
          "sign.good",
          "sign.wait",
          "sign.none",
          "sign.bad",
          "finding.odds-changed",
          "finding.draw-tampered",
          "finding.state-tampered",
          "finding.stock-tampered",
          "finding.nonce-gap",
          "finding.seed-mismatch",
          "finding.log-tampered",
          "finding.signature-wrong",
          "fact.after",
          "fact.banner",
          "fact.before",
          "fact.box",
          "fact.client_seed",
          "fact.commitment",
          "fact.committed_leaf",
          "fact.draws",
          "fact.due",
          "fact.error",
          "fact.group",
          "fact.key",
          "fact.leaf",
          "fact.leaves",
          "fact.log",
          "fact.missing",
          "fact.nonce",
          "fact.nonces",
          "fact.odds_hash",
          "fact.odds_leaf",
          "fact.previous",
          "fact.price",
          "fact.prizes",
          "fact.proofs",
          "fact.published",
          "fact.revealed_leaf",
          "fact.root",
          "fact.said",
          "fact.said_draws",
          "fact.seed",
          "fact.sha256");

  @Inject private DrawProofs proofs;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String address;

  private String draw;
  private Long index;

  /** Without a code the page waits for a file, or for a code. */
  public void load() {
    if (draw != null) {
      index = proofs.indexOf(draw).orElse(null);
    }
  }

  public String getDraw() {
    return draw;
  }

  public void setDraw(String draw) {
    this.draw = draw;
  }

  /** Where the draw's leaf is, null while it has no place yet. */
  public Long getIndex() {
    return index;
  }

  /** The checks in the order in which they are shown. */
  public List<String> getChecks() {
    return CHECKS;
  }

  public List<String> getWords() {
    return WORDS;
  }

  /** What checks the whole log from a command line. */
  public String getCommand() {
    return "java EncoreVerifier.java " + address;
  }
}
