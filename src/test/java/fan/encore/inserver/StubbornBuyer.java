package fan.encore.inserver;

import fan.encore.payment.PaymentCaptured;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A feature that does not want its payment the first time it is told. */
@ApplicationScoped
public class StubbornBuyer {

  static final String PURPOSE = "STUBBORN";

  private final Map<String, Integer> told = new ConcurrentHashMap<>();

  public void hear(@Observes PaymentCaptured fact) {
    if (fact.purpose().equals(PURPOSE) && told.merge(fact.subject(), 1, Integer::sum) == 1) {
      throw new IllegalStateException("Not now");
    }
  }

  int timesTold(String subject) {
    return told.getOrDefault(subject, 0);
  }
}
