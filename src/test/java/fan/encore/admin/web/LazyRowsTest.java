package fan.encore.admin.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

class LazyRowsTest {

  private final List<ListQuery> asked = new ArrayList<>();
  private final LazyRows<String> rows =
      new LazyRows<>(
          query -> {
            asked.add(query);
            return new Slice<>(query.first() < 42 ? List.of("a", "b") : List.of(), 42);
          });

  @Test
  void aPageIsWhatTheServiceFindsThere() {
    assertEquals(List.of("a", "b"), rows.load(20, 20, Map.of(), Map.of()));
    assertEquals(List.of(new ListQuery(20, 20, null, false, Map.of())), asked);
  }

  @Test
  void theTotalIsCountedWithTheFilters() {
    FilterMeta state = FilterMeta.builder().field("state").filterValue("SENT").build();
    assertEquals(42, rows.count(Map.of("1", state)));
    assertEquals(Map.of("state", "SENT"), asked.get(0).filters());
  }

  @Test
  void sortAndFiltersArriveByField() {
    SortMeta sort = SortMeta.builder().field("createdAt").order(SortOrder.DESCENDING).build();
    FilterMeta state = FilterMeta.builder().field("state").filterValue(Thread.State.NEW).build();
    FilterMeta kinds =
        FilterMeta.builder().field("kind").filterValue(new String[] {"x", "y"}).build();
    rows.load(0, 10, Map.of("1", sort), Map.of("2", state, "3", kinds));
    ListQuery query = asked.get(0);
    assertEquals("createdAt", query.sort());
    assertTrue(query.descending());
    assertEquals(Map.of("state", "NEW", "kind", "x,y"), query.filters());
  }

  @Test
  void behindTheLastRowThereIsNothingSoThatAnExportEnds() {
    assertEquals(List.of(), rows.load(60, 20, Map.of(), Map.of()));
  }

  @Test
  void anInactiveSortIsNone() {
    SortMeta none = SortMeta.builder().field("id").order(SortOrder.UNSORTED).build();
    rows.load(0, 10, Map.of("1", none), Map.of());
    assertFalse(asked.get(0).descending());
    assertEquals(null, asked.get(0).sort());
  }
}
