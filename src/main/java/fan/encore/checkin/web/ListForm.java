package fan.encore.checkin.web;

import fan.encore.checkin.CheckInList;
import fan.encore.checkin.CheckInListDraft;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** What an organizer types about a check-in list; times are local times of the venue. */
public class ListForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String zone;
  private String code;
  private String name;
  private String[] types = {};
  private LocalDateTime opensAt;
  private LocalDateTime closesAt;
  private boolean reentry;
  private boolean rotating;

  ListForm(String zone) {
    this.zone = zone;
  }

  static ListForm of(CheckInList list, String zone) {
    ListForm form = new ListForm(zone);
    form.code = list.code();
    form.name = list.name();
    form.types = list.ticketTypes().toArray(String[]::new);
    form.opensAt = form.local(list.opensAt());
    form.closesAt = form.local(list.closesAt());
    form.reentry = list.reentry();
    form.rotating = list.rotating();
    return form;
  }

  CheckInListDraft draft() {
    return new CheckInListDraft(
        name, List.of(types), instant(opensAt), instant(closesAt), reentry, rotating);
  }

  private LocalDateTime local(Instant at) {
    return at == null ? null : LocalDateTime.ofInstant(at, ZoneId.of(zone));
  }

  private Instant instant(LocalDateTime at) {
    return at == null ? null : at.atZone(ZoneId.of(zone)).toInstant();
  }

  /** Null for a new list. */
  public String getCode() {
    return code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String[] getTypes() {
    return types.clone();
  }

  public void setTypes(String[] types) {
    this.types = types == null ? new String[0] : types.clone();
  }

  public LocalDateTime getOpensAt() {
    return opensAt;
  }

  public void setOpensAt(LocalDateTime opensAt) {
    this.opensAt = opensAt;
  }

  public LocalDateTime getClosesAt() {
    return closesAt;
  }

  public void setClosesAt(LocalDateTime closesAt) {
    this.closesAt = closesAt;
  }

  public boolean isReentry() {
    return reentry;
  }

  public void setReentry(boolean reentry) {
    this.reentry = reentry;
  }

  public boolean isRotating() {
    return rotating;
  }

  public void setRotating(boolean rotating) {
    this.rotating = rotating;
  }
}
