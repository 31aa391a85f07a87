package fan.encore.event;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** What organizers ask those who buy. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class Questions {

  private static final String SELECT =
      "select q.*, t.code as type_code from encore.event_question q"
          + " left join encore.ticket_type t on t.id = q.ticket_type_id where q.event_id = ?";

  private final Sql sql;
  private final StudioEvents studio;

  @Inject
  public Questions(Sql sql, StudioEvents studio) {
    this.sql = sql;
    this.studio = studio;
  }

  /** For the container's proxy. */
  public Questions() {
    this(null, null);
  }

  /**
   * The questions of one's own event, retired ones too.
   *
   * @throws EventNotFound if there is no such event, or it is somebody else's
   */
  public List<Question> of(long accountId, String slug) {
    return sql.list(
        SELECT + " order by q.retired, q.place",
        Questions::question,
        studio.detail(accountId, slug).id());
  }

  /** What an event asks now, in the organizer's order. */
  @PermitAll
  public List<Question> asked(long eventId) {
    return sql.list(SELECT + " and not q.retired order by q.place", Questions::question, eventId);
  }

  /**
   * @return the new question's code
   * @throws TooFewChoices if there is nothing to choose from
   * @throws TicketTypeNotFound if the event has no such type
   */
  @Audited("event.add_question")
  public String add(long accountId, @Audited.Subject String slug, @Valid QuestionDraft draft) {
    EventDetail event = studio.detail(accountId, slug);
    refuseFewChoices(draft);
    String code = Slugs.unused(draft.label(), "question", taken -> exists(event, taken));
    sql.update(
        "insert into encore.event_question (event_id, code, ticket_type_id, per_ticket, kind, label,"
            + " choices, required, place) select ?, ?, ?::bigint, ?, ?, ?, ?, ?,"
            + " coalesce(max(place), 0) + 1 from encore.event_question where event_id = ?",
        event.id(),
        code,
        typeId(event, draft),
        draft.perTicket(),
        draft.kind(),
        draft.label().strip(),
        draft.choices().toArray(String[]::new),
        draft.required(),
        event.id());
    return code;
  }

  /**
   * Asks a question in other words, or of others; answers that were given stay as they are.
   *
   * @throws QuestionNotFound if there is none
   */
  @Audited("event.edit_question")
  public void edit(
      long accountId, @Audited.Subject String slug, String code, @Valid QuestionDraft draft) {
    EventDetail event = studio.detail(accountId, slug);
    refuseFewChoices(draft);
    int changed =
        sql.update(
            "update encore.event_question set ticket_type_id = ?::bigint, per_ticket = ?, kind = ?,"
                + " label = ?, choices = ?, required = ?, retired = false"
                + " where event_id = ? and code = ?",
            typeId(event, draft),
            draft.perTicket(),
            draft.kind(),
            draft.label().strip(),
            draft.choices().toArray(String[]::new),
            draft.required(),
            event.id(),
            code);
    refuseIfNone(changed);
  }

  /**
   * Asks the question no more; its answers are kept.
   *
   * @throws QuestionNotFound if there is none
   */
  @Audited("event.retire_question")
  public void retire(long accountId, @Audited.Subject String slug, String code) {
    refuseIfNone(
        sql.update(
            "update encore.event_question set retired = true where event_id = ? and code = ?",
            studio.detail(accountId, slug).id(),
            code));
  }

  private static void refuseIfNone(int changed) {
    if (changed == 0) {
      throw new QuestionNotFound();
    }
  }

  private static void refuseFewChoices(QuestionDraft draft) {
    if (draft.kind() == QuestionKind.CHOICE && draft.choices().size() < 2) {
      throw new TooFewChoices();
    }
  }

  private boolean exists(EventDetail event, String code) {
    return sql.number(
            "select count(*) from encore.event_question where event_id = ? and code = ?",
            event.id(),
            code)
        > 0;
  }

  private static Long typeId(EventDetail event, QuestionDraft draft) {
    return draft.ticketType() == null
        ? null
        : event.types().stream()
            .filter(type -> type.code().equals(draft.ticketType()))
            .map(TypeDetail::id)
            .findFirst()
            .orElseThrow(TicketTypeNotFound::new);
  }

  private static Question question(ResultSet row) throws SQLException {
    return new Question(
        row.getLong("id"),
        row.getString("code"),
        Sql.nullableLong(row, "ticket_type_id"),
        row.getString("type_code"),
        row.getBoolean("per_ticket"),
        QuestionKind.valueOf(row.getString("kind")),
        row.getString("label"),
        Arrays.asList((String[]) row.getArray("choices").getArray()),
        row.getBoolean("required"),
        row.getBoolean("retired"));
  }
}
