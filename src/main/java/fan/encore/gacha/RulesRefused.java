package fan.encore.gacha;

import fan.encore.shared.BusinessError;
import java.util.List;

/** A banner's rules are not whole; the first problem is the error's code. */
public class RulesRefused extends BusinessError {

  private final transient List<Problem> problems;

  public RulesRefused(List<Problem> problems) {
    super(Kind.INVALID, problems.get(0).code(), problems.get(0).arguments().toArray());
    this.problems = List.copyOf(problems);
  }

  @Override
  public String field() {
    return problems.get(0).field();
  }

  /** All problems, at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
