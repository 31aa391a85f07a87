package fan.encore.order.web;

import fan.encore.account.Accounts;
import fan.encore.account.Profile;
import fan.encore.order.CartCheckout;
import fan.encore.order.CartGroup;
import fan.encore.order.CartLine;
import fan.encore.order.Carts;
import fan.encore.order.OrderAnswers;
import fan.encore.order.PlaceCart;
import fan.encore.order.Reservations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the cart's page needs of several services. */
@ApplicationScoped
class CartDesk {

  @Inject private Carts carts;
  @Inject private CartCheckout checkout;
  @Inject private Reservations reservations;
  @Inject private OrderAnswers answers;
  @Inject private Accounts accounts;

  Profile profile(long accountId) {
    return accounts.profile(accountId);
  }

  /** One form a currency; what was ordered before is not asked again. */
  List<CartForm> forms(long accountId) {
    return carts.of(accountId).stream()
        .map(group -> new CartForm(group, fields(accountId, group)))
        .toList();
  }

  private Map<String, List<AnswerField>> fields(long accountId, CartGroup group) {
    Map<String, List<AnswerField>> fields = new HashMap<>();
    for (CartLine line : group.lines()) {
      if (line.reservation().orderCode() == null) {
        String code = line.reservation().code();
        fields.put(code, answers.asked(accountId, code).stream().map(AnswerField::new).toList());
      }
    }
    return fields;
  }

  /**
   * @return where to pay
   */
  String place(long accountId, PlaceCart wanted) {
    return checkout.place(accountId, wanted).redirectUrl();
  }

  void release(long accountId, String reservation) {
    reservations.release(accountId, reservation);
  }
}
