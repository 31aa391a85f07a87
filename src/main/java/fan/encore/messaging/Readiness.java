package fan.encore.messaging;

import jakarta.enterprise.context.ApplicationScoped;

/** Closed until the database is migrated; listeners and background work do nothing before. */
@ApplicationScoped
public class Readiness {

  private volatile boolean open;

  public boolean isReady() {
    return open;
  }

  public void open() {
    open = true;
  }
}
