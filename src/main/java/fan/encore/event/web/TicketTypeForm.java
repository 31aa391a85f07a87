package fan.encore.event.web;

import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.TicketTypeDraft;
import fan.encore.shared.Money;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** What an organizer types about a ticket type; times are local times of the venue. */
public class TicketTypeForm implements Serializable {

  private static final int USUAL_MAXIMUM = 4;

  private String code;
  private String typeName;
  private String typeDescription = "";
  private BigDecimal price;
  private Integer capacity;
  private LocalDateTime saleFrom;
  private LocalDateTime saleUntil;
  private Integer maxPerOrder = USUAL_MAXIMUM;

  /** A new type of an event: on sale from now until the event begins. */
  static TicketTypeForm of(EventDetail event) {
    TicketTypeForm form = new TicketTypeForm();
    form.saleFrom = EventForm.local(Instant.now().truncatedTo(ChronoUnit.HOURS), event.zone());
    form.saleUntil = EventForm.local(event.startsAt(), event.zone());
    return form;
  }

  static TicketTypeForm of(EventDetail event, TypeDetail type) {
    TicketTypeForm form = new TicketTypeForm();
    form.code = type.code();
    form.typeName = type.name();
    form.typeDescription = type.description();
    form.price = type.price().major();
    form.capacity = type.capacity();
    form.saleFrom = EventForm.local(type.saleFrom(), event.zone());
    form.saleUntil = EventForm.local(type.saleUntil(), event.zone());
    form.maxPerOrder = type.maxPerOrder();
    return form;
  }

  /** Digits beyond the currency's are rounded half up. */
  TicketTypeDraft draft(String currency) {
    BigDecimal major = price.setScale(Money.exponent(currency), RoundingMode.HALF_UP);
    return new TicketTypeDraft(
        typeName,
        typeDescription == null ? "" : typeDescription,
        Money.ofMajor(major, currency).minor(),
        capacity,
        saleFrom,
        saleUntil,
        maxPerOrder);
  }

  /** Null for a new type. */
  public String getCode() {
    return code;
  }

  public String getTypeName() {
    return typeName;
  }

  public void setTypeName(String typeName) {
    this.typeName = typeName;
  }

  public String getTypeDescription() {
    return typeDescription;
  }

  public void setTypeDescription(String typeDescription) {
    this.typeDescription = typeDescription;
  }

  public BigDecimal getPrice() {
    return price;
  }

  public void setPrice(BigDecimal price) {
    this.price = price;
  }

  public Integer getCapacity() {
    return capacity;
  }

  public void setCapacity(Integer capacity) {
    this.capacity = capacity;
  }

  public LocalDateTime getSaleFrom() {
    return saleFrom;
  }

  public void setSaleFrom(LocalDateTime saleFrom) {
    this.saleFrom = saleFrom;
  }

  public LocalDateTime getSaleUntil() {
    return saleUntil;
  }

  public void setSaleUntil(LocalDateTime saleUntil) {
    this.saleUntil = saleUntil;
  }

  public Integer getMaxPerOrder() {
    return maxPerOrder;
  }

  public void setMaxPerOrder(Integer maxPerOrder) {
    this.maxPerOrder = maxPerOrder;
  }
}
