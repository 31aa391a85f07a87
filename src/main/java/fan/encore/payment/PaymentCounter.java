package fan.encore.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** The metric {@code encore_payments_total} by outcome. */
@ApplicationScoped
public class PaymentCounter {

  @Inject private MetricRegistry metrics;

  /** Counts a payment that came to a state. */
  public void count(PaymentStatus outcome) {
    metrics
        .counter("encore_payments", new Tag("outcome", outcome.name().toLowerCase(Locale.ROOT)))
        .inc();
  }
}
