package fan.encore.seat.web;

import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.seat.ChooseFares;
import java.util.ArrayList;
import java.util.List;

/** Which further types the seats of one leading type are sold as. */
public class FareForm {

  private final TypeDetail leading;
  private final List<String> categories;
  private final List<TypeDetail> options;
  private final List<String> before;
  private List<String> chosen;

  /**
   * @param categories names of the categories that the type leads
   * @param options types that may share its seats
   * @param before codes of those that do
   */
  FareForm(
      TypeDetail leading, List<String> categories, List<TypeDetail> options, List<String> before) {
    this.leading = leading;
    this.categories = List.copyOf(categories);
    this.options = List.copyOf(options);
    this.before = List.copyOf(before);
    this.chosen = new ArrayList<>(before);
  }

  /** What stays of what was there, so that types are free for others before they are taken. */
  ChooseFares kept() {
    return new ChooseFares(leading.code(), before.stream().filter(chosen::contains).toList());
  }

  boolean loses() {
    return !chosen.containsAll(before);
  }

  ChooseFares wanted() {
    return new ChooseFares(leading.code(), chosen);
  }

  boolean gains() {
    return !before.containsAll(chosen);
  }

  public TypeDetail getLeading() {
    return leading;
  }

  public String getCategories() {
    return String.join(", ", categories);
  }

  public List<TypeDetail> getOptions() {
    return options;
  }

  public List<String> getChosen() {
    return chosen;
  }

  public void setChosen(List<String> chosen) {
    this.chosen = chosen == null ? new ArrayList<>() : new ArrayList<>(chosen);
  }
}
