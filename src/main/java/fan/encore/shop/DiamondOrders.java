package fan.encore.shop;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.payment.BeginPayment;
import fan.encore.payment.Payments;
import fan.encore.payment.StartedPayment;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;

/** Buying diamonds. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DiamondOrders {

  @Inject private DiamondOrderBooks books;
  @Inject private Payments payments;

  /**
   * Places an order and starts its payment. The same key with the same wish gets the same answer.
   *
   * @throws NoSuchPack if there is no such pack in that currency
   * @throws fan.encore.shared.Idempotency.KeyReused if the key came with another wish
   * @throws fan.encore.payment.ProviderUnavailable if the provider does not answer; the same key
   *     continues later
   */
  @RolesAllowed(Roles.FAN)
  @Audited("shop.order")
  public StartedPayment place(long accountId, @Valid PlaceDiamondOrder wish) {
    DiamondOrder order = books.enter(accountId, wish);
    if (order.redirectUrl() != null) {
      return new StartedPayment(order.paymentCode(), order.redirectUrl());
    }
    StartedPayment started =
        payments.begin(
            new BeginPayment(
                accountId,
                DiamondOrderBooks.PURPOSE,
                order.code(),
                order.price(),
                description(order),
                "/my/wallet"));
    books.started(order.code(), started);
    return started;
  }

  private static String description(DiamondOrder order) {
    return order.bonus() == 0
        ? "%,d diamonds".formatted(order.diamonds())
        : "%,d diamonds + %,d bonus".formatted(order.diamonds(), order.bonus());
  }
}
