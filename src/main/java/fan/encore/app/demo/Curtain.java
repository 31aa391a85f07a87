package fan.encore.app.demo;

import jakarta.enterprise.context.ApplicationScoped;

/** Down until the demonstration's stage is set; the crowd may still be coming in when it rises. */
@ApplicationScoped
public class Curtain {

  private volatile boolean risen;

  public void rise() {
    risen = true;
  }

  public boolean isRisen() {
    return risen;
  }
}
