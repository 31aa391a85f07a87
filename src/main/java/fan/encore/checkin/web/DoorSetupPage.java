package fan.encore.checkin.web;

import fan.encore.account.Roles;
import fan.encore.checkin.CheckInList;
import fan.encore.checkin.CheckInLists;
import fan.encore.checkin.Door;
import fan.encore.checkin.DoorBundle.BundleType;
import fan.encore.checkin.Doors;
import fan.encore.checkin.GateDevices;
import fan.encore.checkin.Keeper;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** An event's check-in lists. */
@Named
@ViewScoped
public class DoorSetupPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private CheckInLists checkInLists;
  @Inject private GateDevices gateDevices;
  @Inject private Doors doors;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String slug;
  private String done;
  private String title;
  private String zone;
  private ListForm form;

  /** Loads the event's name; whoever may not set up its door finds none. */
  public void open() {
    Door door = doors.door(slug, keeper());
    gateDevices.of(slug, keeper());
    title = door.title();
    zone = door.zone();
  }

  public void addList() {
    form = new ListForm(zone);
  }

  public void editList(CheckInList list) {
    form = ListForm.of(list, zone);
  }

  public void saveList() {
    if (form.getCode() == null) {
      checkInLists.add(slug, form.draft(), keeper());
    } else {
      checkInLists.edit(slug, form.getCode(), form.draft(), keeper());
    }
    browser.goTo("/studio/door?slug=" + slug + "&done=saved");
  }

  public void removeList(CheckInList list) {
    checkInLists.remove(slug, list.code(), keeper());
    browser.goTo("/studio/door?slug=" + slug + "&done=removed");
  }

  public List<CheckInList> getLists() {
    return checkInLists.of(slug, keeper());
  }

  public List<BundleType> getTypes() {
    return checkInLists.ticketTypes(slug, keeper());
  }

  /** The names of the ticket types that a list lets in. */
  public String names(CheckInList list) {
    return getTypes().stream()
        .filter(type -> list.ticketTypes().contains(type.code()))
        .map(BundleType::name)
        .collect(Collectors.joining(", "));
  }

  private Keeper keeper() {
    return new Keeper(caller.id(), null, caller.is(Roles.ADMIN));
  }

  public String getTitle() {
    return title;
  }

  public String getZone() {
    return zone;
  }

  /** Null while no dialog is open. */
  public ListForm getForm() {
    return form;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }
}
