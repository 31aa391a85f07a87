package fan.encore.order;

import fan.encore.order.StartBatch.BatchKind;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** One order of a batch, in a transaction of its own: what fails here fails alone. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BatchStep {

  private static final int REASON = 200;

  @Inject private OrderRefunds refunds;
  @Inject private OrderMails mails;

  /**
   * @param wanted its key is the batch's code
   */
  public void take(String orderCode, StartBatch wanted) {
    if (wanted.kind() == BatchKind.MAIL) {
      mails.notice(orderCode, wanted.key(), wanted.subject(), wanted.body());
      return;
    }
    String reason = wanted.body().substring(0, Math.min(REASON, wanted.body().length()));
    refunds.refundByHouse(
        orderCode,
        new RefundTickets(List.of(), wanted.keepFees(), wanted.evenIfUsed(), reason, wanted.key()));
  }
}
