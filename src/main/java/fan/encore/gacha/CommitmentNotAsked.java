package fan.encore.gacha;

import fan.encore.shared.BusinessError;

/**
 * The fan did not ask for her chain, so she chose her seed before she could know what the server
 * committed to. Nothing was decided.
 */
public class CommitmentNotAsked extends BusinessError {
  public CommitmentNotAsked() {
    super(Kind.CONFLICT, "gacha.commitment_not_asked");
  }
}
