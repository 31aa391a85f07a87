package fan.encore.finance;

/** Another node took the run over because this one was not heard of; it must not write any more. */
public class LeaseLost extends RuntimeException {

  public LeaseLost(long runId) {
    super("Run " + runId + " is somebody else's by now");
  }
}
