package fan.encore.order;

import fan.encore.account.Roles;
import fan.encore.event.Question;
import fan.encore.event.Questions;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What organizers ask about an order, and what was answered. */
@Stateless
public class OrderAnswers {

  private static final String FROM =
      " from encore.order_answer a join encore.ticket_order o on o.id = a.order_id"
          + " join encore.event_question q on q.id = a.question_id"
          + " left join encore.ticket_type t on t.id = a.ticket_type_id";

  private static final Map<String, String> SORTS =
      Map.of("placedAt", "o.placed_at", "holderName", "o.holder_name", "question", "q.label");

  private final Sql sql;
  private final Questions questions;
  private final StudioEvents studio;

  @Inject
  public OrderAnswers(Sql sql, Questions questions, StudioEvents studio) {
    this.sql = sql;
    this.questions = questions;
    this.studio = studio;
  }

  /** For the container's proxy. */
  public OrderAnswers() {
    this(null, null, null);
  }

  /**
   * What the fan is asked who makes an order of her reservation: first about the order, then about
   * each ticket.
   *
   * @throws ReservationNotFound if there is none, or it is somebody else's
   */
  @RolesAllowed({Roles.FAN, Roles.GUEST})
  public List<AskedQuestion> asked(long accountId, String reservationCode) {
    return sql.first(
            "select id, event_id from encore.ticket_reservation where code = ? and account_id = ?",
            row -> asked(row.getLong(1), row.getLong(2)),
            reservationCode,
            accountId)
        .orElseThrow(ReservationNotFound::new);
  }

  private List<AskedQuestion> asked(long reservationId, long eventId) {
    List<Question> all = questions.asked(eventId);
    if (all.isEmpty()) {
      return List.of();
    }
    Map<Long, Kind> kinds = kinds(reservationId);
    List<AskedQuestion> asked = new ArrayList<>();
    for (Question question : all) {
      boolean concerned =
          question.ticketTypeId() == null || kinds.containsKey(question.ticketTypeId());
      if (!question.perTicket() && concerned) {
        asked.add(new AskedQuestion(question, 0, null, null, 0));
      }
    }
    for (Kind kind : kinds.values()) {
      for (int number = 1; number <= kind.tickets(); number++) {
        for (Question question : all) {
          if (question.perTicket()
              && (question.ticketTypeId() == null || question.ticketTypeId() == kind.id())) {
            asked.add(new AskedQuestion(question, kind.id(), kind.code(), kind.name(), number));
          }
        }
      }
    }
    return asked;
  }

  private record Kind(long id, String code, String name, int tickets) {}

  /** The types of a reservation's tickets; bundles are none, but what they give. */
  private Map<Long, Kind> kinds(long reservationId) {
    Map<Long, Kind> kinds = new TreeMap<>();
    sql.list(
            "select t.id, t.code, t.name, sum(l.quantity) from encore.reserved_line l"
                + " join encore.ticket_type t on t.id = l.ticket_type_id"
                + " where l.reservation_id = ? and not t.bundle group by t.id",
            row -> new Kind(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4)),
            reservationId)
        .forEach(kind -> kinds.put(kind.id(), kind));
    return kinds;
  }

  /**
   * Keeps the answers with their order, in its transaction.
   *
   * @throws AnswerMissing if a required question has no answer, or one is not as it was asked
   */
  @PermitAll
  public void write(String orderCode, long reservationId, List<Answer> answers) {
    long eventId =
        sql.number("select event_id from encore.ticket_reservation where id = ?", reservationId);
    for (AskedQuestion asked : asked(reservationId, eventId)) {
      Optional<String> text =
          answers.stream()
              .filter(asked::meantBy)
              .map(answer -> answer.text().strip())
              .filter(answer -> !answer.isEmpty())
              .findFirst();
      if (text.isEmpty() && asked.question().required()
          || text.isPresent() && !asked.question().answeredBy(text.get())) {
        throw new AnswerMissing(asked.question().label());
      }
      text.ifPresent(answer -> insert(orderCode, asked, answer));
    }
  }

  private void insert(String orderCode, AskedQuestion asked, String answer) {
    sql.update(
        "insert into encore.order_answer"
            + " (order_id, question_id, ticket_type_id, ticket_number, answer)"
            + " select id, ?, ?, ?, ? from encore.ticket_order where code = ?",
        asked.question().id(),
        asked.ticketTypeId(),
        asked.number(),
        answer,
        orderCode);
  }

  /**
   * The answers of one's own event; filters: holderName, question.
   *
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  public Slice<AnswerRow> ofEvent(long accountId, String slug, ListQuery query) {
    Where where =
        new Where()
            .equal("o.event_id", studio.detail(accountId, slug, TeamPermission.ORDERS).id())
            .and("o.status in ('PAID', 'OPEN')")
            .contains("o.holder_name", query.filter("holderName"))
            .contains("q.label", query.filter("question"));
    long total = sql.number("select count(*)" + FROM + where.sql(), where.parameters());
    return new Slice<>(
        sql.list(
            "select o.code, o.status, o.holder_name, o.placed_at, t.name as type,"
                + " a.ticket_number, q.label, a.answer"
                + FROM
                + where.sql()
                + Where.order(
                    query, SORTS, "(o.id, q.place, q.id, a.ticket_type_id, a.ticket_number)")
                + " limit ? offset ?",
            OrderAnswers::row,
            where.parameters(query.size(), query.first())),
        total);
  }

  private static AnswerRow row(ResultSet row) throws SQLException {
    return new AnswerRow(
        row.getString("code"),
        OrderStatus.valueOf(row.getString("status")),
        row.getString("holder_name"),
        Sql.instant(row, "placed_at"),
        row.getString("type"),
        row.getInt("ticket_number"),
        row.getString("label"),
        row.getString("answer"));
  }
}
