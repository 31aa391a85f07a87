package fan.encore.gacha;

import fan.encore.collection.Item;
import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The prizes of which all fans of a banner share a number. Whoever draws locks their rows first, so
 * what the engine sees is what there is until the transaction ends.
 */
@ApplicationScoped
public class SharedStock {

  private record Row(long bannerId, long itemId, String item, long remaining) {}

  @Inject private Sql sql;

  /** For the container. */
  public SharedStock() {}

  /** Outside the server. */
  public SharedStock(Sql sql) {
    this.sql = sql;
  }

  /** What a transaction holds, and what it took from it. */
  public static final class Shelf {

    private final Map<Long, Map<String, Row>> rows = new HashMap<>();
    private final Map<Row, Long> taken = new HashMap<>();

    /** What is left for the next draw of a banner; empty when it shares nothing. */
    Map<String, Long> left(Banner banner) {
      Map<String, Long> left = new HashMap<>();
      rows.getOrDefault(banner.id(), Map.of())
          .forEach((item, row) -> left.put(item, row.remaining() - taken.getOrDefault(row, 0L)));
      return left;
    }

    void take(Banner banner, Collection<String> items) {
      Map<String, Row> shared = rows.getOrDefault(banner.id(), Map.of());
      items.stream()
          .map(shared::get)
          .filter(row -> row != null)
          .forEach(row -> taken.merge(row, 1L, Long::sum));
    }
  }

  /** Sets out the prizes of a version that are not there yet; what fans took stays taken. */
  public void fill(long bannerId, Rules rules, List<Item> items) {
    for (Item item : items) {
      long copies = rules.item(item.code()).stock();
      if (copies > 0) {
        sql.update(
            "insert into encore.banner_stock (banner_id, item_id, issued, remaining)"
                + " values (?, ?, ?, ?) on conflict do nothing",
            bannerId,
            item.id(),
            copies,
            copies);
      }
    }
  }

  /** What fans may see: copies left by item code; empty when the banner shares nothing. */
  public Map<String, Long> remaining(Banner banner) {
    return look(List.of(banner)).left(banner);
  }

  /** What is there at this moment. */
  Shelf look(List<Banner> banners) {
    return shelf(banners, "");
  }

  /** Locks the rows of these banners, in one order for everybody. */
  public Shelf lock(List<Banner> banners) {
    return shelf(banners, " for update of s");
  }

  private Shelf shelf(List<Banner> banners, String lock) {
    Set<Long> ids = new HashSet<>();
    banners.stream()
        .filter(banner -> !banner.rules().sharedItems().isEmpty())
        .forEach(banner -> ids.add(banner.id()));
    Shelf shelf = new Shelf();
    if (ids.isEmpty()) {
      return shelf;
    }
    sql.list(
            "select s.banner_id, s.item_id, i.code, s.remaining from encore.banner_stock s"
                + " join encore.item i on i.id = s.item_id where s.banner_id = any (?)"
                + " order by s.banner_id, s.item_id"
                + lock,
            row -> new Row(row.getLong(1), row.getLong(2), row.getString(3), row.getLong(4)),
            (Object) ids.toArray(Long[]::new))
        .forEach(
            row ->
                shelf
                    .rows
                    .computeIfAbsent(row.bannerId(), id -> new HashMap<>())
                    .put(row.item(), row));
    return shelf;
  }

  /** Writes down what was taken. */
  public void take(Shelf shelf) {
    List<Map.Entry<Row, Long>> taken = List.copyOf(shelf.taken.entrySet());
    if (taken.isEmpty()) {
      return;
    }
    sql.update(
        "update encore.banner_stock s set remaining = s.remaining - t.copies"
            + " from unnest(?, ?, ?) as t (banner_id, item_id, copies)"
            + " where s.banner_id = t.banner_id and s.item_id = t.item_id",
        taken.stream().map(one -> one.getKey().bannerId()).toArray(Long[]::new),
        taken.stream().map(one -> one.getKey().itemId()).toArray(Long[]::new),
        taken.stream().map(Map.Entry::getValue).toArray(Long[]::new));
  }
}
