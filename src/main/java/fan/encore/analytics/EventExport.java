package fan.encore.analytics;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.shared.Sql;
import fan.encore.shared.Texts;
import fan.encore.shared.Where;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An export that was allowed and noted, ready to be written. Its rows are read while they go out,
 * so that whoever reads slowly holds no connection.
 */
public final class EventExport {

  private static final int AT_ONCE = 2_000;

  private record Question(String id, String label) {}

  private record Exported(long number, List<Object> values) {}

  private final Sql sql;
  private final ExportWish wish;
  private final long eventId;
  private final ZoneId zone;
  private final Locale locale;
  private final ExportSource source;

  EventExport(Sql sql, ExportWish wish, long eventId, ZoneId zone, Locale locale) {
    this.sql = sql;
    this.wish = wish;
    this.eventId = eventId;
    this.zone = zone;
    this.locale = locale;
    this.source = ExportSource.of(wish.kind());
  }

  public String contentType() {
    return wish.format().contentType();
  }

  /** Such as {@code moonrise-orders.csv}. */
  public String fileName() {
    return wish.event() + "-" + wish.kind().word() + "." + wish.format().extension();
  }

  /** Writes everything and leaves the stream open. */
  public void writeTo(OutputStream out) throws IOException {
    List<Question> questions = questions();
    String title = Texts.get(locale, "analytics.export." + wish.kind().word());
    try (Table table = wish.format().table(out, zone, title)) {
      table.heads(
          Stream.concat(
                  source.columns().stream().map(this::head),
                  questions.stream().map(Question::label))
              .toList());
      List<Exported> page = page(0, questions);
      while (!page.isEmpty()) {
        for (Exported row : page) {
          table.row(row.values());
        }
        page =
            page.size() < AT_ONCE ? List.of() : page(page.get(page.size() - 1).number(), questions);
      }
    }
  }

  private String head(Column column) {
    return Texts.get(locale, "analytics.column." + column.name(), zone.getId());
  }

  /** What was ever asked and answered, in the order in which it is asked. */
  private List<Question> questions() {
    return sql.list(
        "select q.id, q.label from encore.event_question q where q.event_id = ?"
            + " and (? or not q.per_ticket) and (not q.retired or exists"
            + " (select from encore.order_answer a where a.question_id = q.id))"
            + " order by q.place, q.id",
        row -> new Question(row.getString(1), row.getString(2)),
        eventId,
        source.perTicket());
  }

  private List<Exported> page(long after, List<Question> questions) {
    Where where = new Where().equal("o.event_id", eventId).and(source.number() + " > ?", after);
    wish.orders().narrow(where);
    String order = " order by " + source.number() + " limit ?";
    return sql.list(
        "with page as materialized ("
            + source.numbers()
            + where.sql()
            + order
            + ") "
            + source.rows(),
        row -> new Exported(row.getLong("id"), values(row, questions)),
        where.parameters(AT_ONCE));
  }

  private List<Object> values(ResultSet row, List<Question> questions) throws SQLException {
    List<Object> values = new ArrayList<>();
    for (Column column : source.columns()) {
      values.add(column.value().of(row, locale));
    }
    JsonObject answers = answers(row.getString("answers"));
    questions.forEach(question -> values.add(answers.getString(question.id(), null)));
    return values;
  }

  private static JsonObject answers(String json) {
    try (var reader = JSON.createReader(new StringReader(json == null ? "{}" : json))) {
      return reader.readObject();
    }
  }
}
