package fan.encore.event.web;

import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.TypeRules;
import fan.encore.event.TypeRules.Part;
import fan.encore.event.TypeRulesDraft;
import fan.encore.event.TypeRulesDraft.PartDraft;
import fan.encore.event.TypeRulesDraft.PresaleDraft;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What an organizer types about the rules of one ticket type. It shows the first presale; more of
 * them come from programs and stay as they are.
 */
public class RulesForm implements Serializable {

  private static final String MEDALS = "MEDALS";

  /** How many tickets of another type a bundle gives. */
  public static final class PartField implements Serializable {
    private final String code;
    private final String name;
    private Integer quantity;

    PartField(TypeDetail type, int quantity) {
      this.code = type.code();
      this.name = type.name();
      this.quantity = quantity;
    }

    public String getName() {
      return name;
    }

    /** 0 for none. */
    public Integer getQuantity() {
      return quantity;
    }

    public void setQuantity(Integer quantity) {
      this.quantity = quantity == null ? 0 : quantity;
    }
  }

  private final String code;
  private final String name;
  private final List<PartField> parts = new ArrayList<>();
  private final List<PresaleDraft> otherPresales = new ArrayList<>();
  private Integer minPerOrder;
  private Integer maxPerPerson;
  private boolean hidden;
  private boolean openPrice;
  private String baseType;
  private Integer maxPerBase;
  private String presaleArtist;
  private Integer presaleMedals;
  private LocalDateTime presaleOpensAt;

  RulesForm(EventDetail event, TypeDetail type) {
    TypeRules rules = type.rules();
    code = type.code();
    name = type.name();
    minPerOrder = rules.minPerOrder();
    maxPerPerson = rules.maxPerPerson();
    hidden = rules.hidden();
    openPrice = rules.openPrice();
    maxPerBase = rules.maxPerBase();
    for (TypeDetail other : event.types()) {
      if (rules.baseTypeId() != null && other.id() == rules.baseTypeId()) {
        baseType = other.code();
      }
      if (other.id() != type.id() && !other.rules().bundle()) {
        parts.add(new PartField(other, given(rules, other.id())));
      }
    }
    rules
        .presales()
        .forEach(
            rule ->
                show(
                    new PresaleDraft(
                        rule.kind(),
                        rule.subject(),
                        rule.amount(),
                        EventForm.local(rule.opensAt(), event.zone()))));
  }

  private static int given(TypeRules rules, long typeId) {
    return rules.parts().stream()
        .filter(part -> part.ticketTypeId() == typeId)
        .mapToInt(Part::quantity)
        .sum();
  }

  private void show(PresaleDraft rule) {
    if (presaleArtist == null && rule.kind().equals(MEDALS)) {
      presaleArtist = rule.subject();
      presaleMedals = (int) rule.amount();
      presaleOpensAt = rule.opensAt();
    } else {
      otherPresales.add(rule);
    }
  }

  TypeRulesDraft draft() {
    List<PresaleDraft> presales = new ArrayList<>(otherPresales);
    if (presaleArtist != null && presaleMedals != null && presaleOpensAt != null) {
      presales.add(new PresaleDraft(MEDALS, presaleArtist, presaleMedals, presaleOpensAt));
    }
    return new TypeRulesDraft(
        minPerOrder == null ? 1 : minPerOrder,
        maxPerPerson,
        hidden,
        openPrice,
        baseType,
        baseType == null ? null : maxPerBase,
        parts.stream()
            .filter(part -> part.quantity > 0)
            .map(part -> new PartDraft(part.code, part.quantity))
            .toList(),
        presales);
  }

  public String getCode() {
    return code;
  }

  public String getName() {
    return name;
  }

  public List<PartField> getParts() {
    return parts;
  }

  public Integer getMinPerOrder() {
    return minPerOrder;
  }

  public void setMinPerOrder(Integer minPerOrder) {
    this.minPerOrder = minPerOrder;
  }

  public Integer getMaxPerPerson() {
    return maxPerPerson;
  }

  public void setMaxPerPerson(Integer maxPerPerson) {
    this.maxPerPerson = maxPerPerson;
  }

  public boolean isHidden() {
    return hidden;
  }

  public void setHidden(boolean hidden) {
    this.hidden = hidden;
  }

  public boolean isOpenPrice() {
    return openPrice;
  }

  public void setOpenPrice(boolean openPrice) {
    this.openPrice = openPrice;
  }

  public String getBaseType() {
    return baseType;
  }

  public void setBaseType(String baseType) {
    this.baseType = baseType == null || baseType.isBlank() ? null : baseType;
  }

  public Integer getMaxPerBase() {
    return maxPerBase;
  }

  public void setMaxPerBase(Integer maxPerBase) {
    this.maxPerBase = maxPerBase;
  }

  public String getPresaleArtist() {
    return presaleArtist;
  }

  public void setPresaleArtist(String presaleArtist) {
    this.presaleArtist = presaleArtist == null || presaleArtist.isBlank() ? null : presaleArtist;
  }

  public Integer getPresaleMedals() {
    return presaleMedals;
  }

  public void setPresaleMedals(Integer presaleMedals) {
    this.presaleMedals = presaleMedals;
  }

  public LocalDateTime getPresaleOpensAt() {
    return presaleOpensAt;
  }

  public void setPresaleOpensAt(LocalDateTime presaleOpensAt) {
    this.presaleOpensAt = presaleOpensAt;
  }
}
