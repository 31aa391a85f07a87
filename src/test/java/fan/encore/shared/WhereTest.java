package fan.encore.shared;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WhereTest {

  private static final Map<String, String> SORTS = Map.of("name", "display_name");

  @Test
  void withoutFiltersThereIsNoCondition() {
    Where where = new Where().equal("a", null).contains("b", null).equalNumber("c", null);
    assertEquals("", where.sql());
    assertArrayEquals(new Object[] {20, 40}, where.parameters(20, 40));
  }

  @Test
  void valuesAreParametersAndWildcardsAreLiteral() {
    Where where = new Where().equal("a", "x").contains("b", "50%_\\").startsWith("c", "d");
    assertEquals(" where (a = ?) and (b ilike ?) and (c ilike ?)", where.sql());
    assertArrayEquals(new Object[] {"x", "%50\\%\\_\\\\%", "d%", 5}, where.parameters(5));
  }

  @Test
  void whatIsNoNumberMatchesNothing() {
    assertEquals(" where (false)", new Where().equalNumber("id", "1 or 1=1").sql());
    assertArrayEquals(new Object[] {7L}, new Where().equalNumber("id", "7").parameters());
  }

  @Test
  void onlyKnownColumnsAreSortedBy() {
    assertEquals(" order by id desc", order("1; drop table account", true));
    assertEquals(" order by display_name asc nulls last, id asc", order("name", false));
  }

  private static String order(String sort, boolean descending) {
    return Where.order(new ListQuery(0, 10, sort, descending, Map.of()), SORTS, "id");
  }
}
