package fan.encore.waitlist.web;

import fan.encore.waitlist.WaitlistType;
import java.io.Serializable;
import java.time.LocalDateTime;

/** What an organizer types about a waiting list; times are local times of the venue. */
public class WaitlistForm implements Serializable {

  private String type;
  private String name;
  private boolean active;
  private Integer offerMinutes;
  private Integer largestGroup;
  private Long priorityMedals;
  private LocalDateTime closesAt;

  static WaitlistForm of(WaitlistType list, String zone) {
    WaitlistForm form = new WaitlistForm();
    form.type = list.type();
    form.name = list.name();
    form.active = list.terms().active();
    form.offerMinutes = list.terms().offerMinutes();
    form.largestGroup = list.terms().largestGroup();
    form.priorityMedals = list.terms().priorityMedals();
    form.closesAt = StudioWaitlistPage.local(list.terms().closesAt(), zone);
    return form;
  }

  public String getType() {
    return type;
  }

  public String getName() {
    return name;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public Integer getOfferMinutes() {
    return offerMinutes;
  }

  public void setOfferMinutes(Integer offerMinutes) {
    this.offerMinutes = offerMinutes;
  }

  public Integer getLargestGroup() {
    return largestGroup;
  }

  public void setLargestGroup(Integer largestGroup) {
    this.largestGroup = largestGroup;
  }

  public Long getPriorityMedals() {
    return priorityMedals;
  }

  public void setPriorityMedals(Long priorityMedals) {
    this.priorityMedals = priorityMedals;
  }

  public LocalDateTime getClosesAt() {
    return closesAt;
  }

  public void setClosesAt(LocalDateTime closesAt) {
    this.closesAt = closesAt;
  }
}
