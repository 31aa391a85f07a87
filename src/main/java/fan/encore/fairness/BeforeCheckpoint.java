package fan.encore.fairness;

/**
 * Who has something to say to the log before its next checkpoint. Called on every node, every
 * second, in a transaction of its own: what one cannot say must not keep others from being logged.
 */
public interface BeforeCheckpoint {

  /** Appends what there is to say, if anything. */
  void announce();
}
