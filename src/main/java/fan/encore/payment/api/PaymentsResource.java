package fan.encore.payment.api;

import fan.encore.payment.PaymentView;
import fan.encore.payment.Payments;
import fan.encore.security.web.Caller;
import fan.encore.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's payments. */
@Path("payments")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Payments")
public class PaymentsResource {

  @Inject private Payments payments;
  @Inject private Caller caller;

  /**
   * @param status OPEN, CAPTURED, DECLINED, EXPIRED, MISMATCH or REFUNDED
   * @param settled true when the buyer has what she paid for, or never will
   * @param redirectUrl where to pay while it is open, else absent
   */
  public record Payment(
      String code,
      String purpose,
      String subject,
      String status,
      boolean settled,
      Money amount,
      String redirectUrl) {
    static Payment of(PaymentView view) {
      return new Payment(
          view.code(),
          view.purpose(),
          view.subject(),
          view.status().name(),
          view.settled(),
          view.amount(),
          view.redirectUrl());
    }
  }

  @GET
  @Path("{code}")
  @Operation(summary = "A payment of the caller's own; while it is open the provider is asked")
  public Payment one(@PathParam("code") String code) {
    return Payment.of(payments.refresh(caller.id(), code));
  }
}
