package fan.encore.transfer.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.transfer.ResaleRow;
import fan.encore.transfer.ResaleTerms;
import fan.encore.transfer.StudioResales;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Whether fans may sell tickets of one event on, and what they do. */
@Named
@ViewScoped
public class StudioResalesPage implements Serializable {

  @Inject private StudioResales studio;
  @Inject private StudioEvents events;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String slug;
  private EventDetail event;
  private boolean allowed;
  private BigDecimal feePercent;
  private LocalDateTime closesAt;
  private LazyRows<ResaleRow> rows;

  /**
   * @param eventSlug of the page's event
   */
  public void open(String eventSlug) {
    slug = eventSlug;
    event = events.detail(caller.id(), slug, TeamPermission.EDIT, TeamPermission.ORDERS);
    ResaleTerms terms = studio.terms(caller.id(), slug);
    allowed = terms.allowed();
    feePercent = BigDecimal.valueOf(terms.feePerMille(), 1);
    Instant closes = terms.closesAt();
    closesAt = closes == null ? null : LocalDateTime.ofInstant(closes, ZoneId.of(event.zone()));
    rows = new LazyRows<>(query -> studio.of(caller.id(), slug, query), ResaleRow::code);
  }

  public void save() {
    Instant closes = closesAt == null ? null : closesAt.atZone(ZoneId.of(event.zone())).toInstant();
    BigDecimal percent = feePercent == null ? BigDecimal.ZERO : feePercent;
    int perMille = percent.movePointRight(1).setScale(0, RoundingMode.HALF_UP).intValue();
    studio.set(caller.id(), slug, new ResaleTerms(allowed, perMille, closes));
    browser.goTo("/studio/transfers?slug=" + slug + "&saved=true");
  }

  public LazyRows<ResaleRow> getRows() {
    return rows;
  }

  public boolean isAllowed() {
    return allowed;
  }

  public void setAllowed(boolean allowed) {
    this.allowed = allowed;
  }

  public BigDecimal getFeePercent() {
    return feePercent;
  }

  public void setFeePercent(BigDecimal feePercent) {
    this.feePercent = feePercent;
  }

  /** Local time of the venue; null is when the doors open. */
  public LocalDateTime getClosesAt() {
    return closesAt;
  }

  public void setClosesAt(LocalDateTime closesAt) {
    this.closesAt = closesAt;
  }
}
