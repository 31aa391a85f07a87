package fan.encore.order.web;

import fan.encore.order.CartGroup;
import fan.encore.order.PlaceCart;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a fan types to pay everything in one currency. */
public class CartForm implements Serializable {

  private static final String PROVIDER = "sandbox";

  private final String key = UUID.randomUUID().toString();
  private final CartGroup group;
  private final Map<String, List<AnswerField>> fields;

  CartForm(CartGroup group, Map<String, List<AnswerField>> fields) {
    this.group = group;
    this.fields = fields;
  }

  /**
   * @param holderName printed on the tickets
   * @param phone where the door calls, or null
   */
  PlaceCart wanted(String holderName, String phone) {
    List<PlaceCart.Line> lines =
        group.lines().stream()
            .map(line -> line.reservation().code())
            .map(code -> new PlaceCart.Line(code, answers(code)))
            .toList();
    return new PlaceCart(lines, PROVIDER, holderName, phone, key);
  }

  private List<fan.encore.order.Answer> answers(String reservation) {
    return fields(reservation).stream().map(AnswerField::answer).toList();
  }

  /** What the organizer of a reservation's event asks. */
  public List<AnswerField> fields(String reservation) {
    return fields.getOrDefault(reservation, List.of());
  }

  public CartGroup getGroup() {
    return group;
  }
}
