package fan.encore.order;

/**
 * How far the consequences of a called off or moved event are.
 *
 * @param orders orders that are to be given back
 * @param given those whose money the provider has sent back
 * @param troubled those that failed at least once and will be tried again
 * @param letters holders who are to be told
 * @param told those who were
 */
public record RefundProgress(long orders, long given, long troubled, long letters, long told) {

  /** True when there was something to do, and nothing is left of it. */
  public boolean finished() {
    return orders == given && letters == told;
  }
}
