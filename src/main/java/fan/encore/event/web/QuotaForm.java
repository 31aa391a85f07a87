package fan.encore.event.web;

import fan.encore.event.QuotaDraft;
import fan.encore.event.QuotaRow;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What an organizer types about a quota. */
public class QuotaForm implements Serializable {

  private String code;
  private String name;
  private Integer capacity;
  private List<String> types = new ArrayList<>();

  static QuotaForm of(QuotaRow row) {
    QuotaForm form = new QuotaForm();
    form.code = row.code();
    form.name = row.name();
    form.capacity = row.capacity();
    form.types = new ArrayList<>(row.ticketTypes());
    return form;
  }

  QuotaDraft draft() {
    return new QuotaDraft(name, capacity, types);
  }

  /** Null for a new quota. */
  public String getCode() {
    return code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Integer getCapacity() {
    return capacity;
  }

  public void setCapacity(Integer capacity) {
    this.capacity = capacity;
  }

  /** Codes of the types that share it. */
  public List<String> getTypes() {
    return types;
  }

  public void setTypes(List<String> types) {
    this.types = types == null ? new ArrayList<>() : types;
  }
}
