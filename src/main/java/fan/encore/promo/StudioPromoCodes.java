package fan.encore.promo;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TicketTypeNotFound;
import fan.encore.shared.Codes;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Money;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What organizers do with the promo codes of their events. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class StudioPromoCodes {

  private static final int RANDOM_LENGTH = 8;

  private static final Map<String, String> SORTS =
      Map.of("code", "p.code", "uses", "p.uses", "batch", "p.batch");

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private StudioEvents studio;

  /**
   * The codes of one's own event, the latest first; filters: code, batch.
   *
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   */
  public Slice<PromoRow> of(long accountId, String slug, ListQuery query) {
    EventDetail event = studio.detail(accountId, slug);
    Where where =
        new Where()
            .equal("p.event_id", event.id())
            .startsWith("p.code", query.filter("code"))
            .equal("p.batch", query.filter("batch"));
    long total =
        sql.number("select count(*) from encore.promo_code p" + where.sql(), where.parameters());
    return new Slice<>(
        sql.list(
            "select p.*, (select coalesce(array_agg(t.name order by t.place), '{}')"
                + " from encore.promo_code_type m join encore.ticket_type t"
                + " on t.id = m.ticket_type_id where m.promo_code_id = p.id) as types"
                + " from encore.promo_code p"
                + where.sql()
                + Where.order(query, SORTS, "p.id")
                + " limit ? offset ?",
            row -> row(row, event.currency()),
            where.parameters(query.size(), query.first())),
        total);
  }

  /**
   * Adds one code.
   *
   * @throws PromoCodeTaken if the event has it already
   * @throws PromoDraftWrong if the draft contradicts itself
   */
  @Audited("promo.add_code")
  public void add(long accountId, @Audited.Subject String slug, @Valid PromoDraft draft) {
    draft.check();
    if (insert(studio.detail(accountId, slug), draft, new String[] {draft.code()}, null) == 0) {
      throw new PromoCodeTaken(draft.code());
    }
  }

  /**
   * Makes many codes of the same terms, each of which counts for itself. They begin with the
   * draft's code, which names the batch, and end in characters that nobody can guess.
   *
   * @param count 1 to 10000
   * @return the codes
   * @throws PromoDraftWrong if the draft contradicts itself
   */
  @Audited("promo.generate_codes")
  public List<String> generate(
      long accountId,
      @Audited.Subject String slug,
      @Valid PromoDraft draft,
      @Min(1) @Max(10_000) int count) {
    draft.check();
    EventDetail event = studio.detail(accountId, slug);
    String[] codes =
        Stream.generate(() -> Codes.random(draft.code() + "-", RANDOM_LENGTH))
            .distinct()
            .limit(count)
            .toArray(String[]::new);
    insert(event, draft, codes, draft.code());
    return List.of(codes);
  }

  /** Codes and uses of a batch, or of all, for the organizer's file. */
  public List<PromoRow> export(long accountId, String slug, String batch) {
    EventDetail event = studio.detail(accountId, slug);
    return sql.list(
        "select p.*, '{}'::text[] as types from encore.promo_code p"
            + " where p.event_id = ? and (?::text is null or p.batch = ?) order by p.id",
        row -> row(row, event.currency()),
        event.id(),
        batch,
        batch);
  }

  /** Stops a code, or lets it count again. What is held and sold with it stays as it is. */
  @Audited("promo.switch_code")
  public void activate(long accountId, @Audited.Subject String slug, String code, boolean active) {
    int changed =
        sql.update(
            "update encore.promo_code set active = ? where event_id = ? and code = ?",
            active,
            studio.detail(accountId, slug).id(),
            code);
    if (changed == 0) {
      throw new PromoUnknown();
    }
  }

  /** What generated batches there are, by name. */
  public List<String> batches(long accountId, String slug) {
    return sql.list(
        "select distinct batch from encore.promo_code where event_id = ? and batch is not null"
            + " order by batch",
        row -> row.getString(1),
        studio.detail(accountId, slug).id());
  }

  private int insert(EventDetail event, PromoDraft draft, String[] codes, String batch) {
    Long[] types =
        draft.ticketTypes().stream().map(type -> typeId(event, type)).toArray(Long[]::new);
    return (int)
        sql.number(
            "with made as (insert into encore.promo_code (event_id, code, kind, percent,"
                + " amount_minor, unlocks, max_uses, max_per_person, budget_minor, valid_from,"
                + " valid_until, batch, created_at) select ?, c.code, ?, ?::integer, ?::bigint, ?,"
                + " ?::integer, ?::integer, ?::bigint, ?::timestamptz, ?::timestamptz, ?::text,"
                + " ?::timestamptz"
                + " from unnest(?) as c (code) on conflict (event_id, code) do nothing returning id),"
                + " types as (insert into encore.promo_code_type (promo_code_id, ticket_type_id)"
                + " select m.id, t.type from made m cross join unnest(?) as t (type))"
                + " select count(*) from made",
            event.id(),
            draft.kind(),
            draft.percent(),
            draft.amountMinor(),
            draft.unlocks(),
            draft.maxUses(),
            draft.maxPerPerson(),
            draft.budgetMinor(),
            at(draft.validFrom(), event),
            at(draft.validUntil(), event),
            batch,
            clock.instant(),
            codes,
            types);
  }

  private static Instant at(LocalDateTime local, EventDetail event) {
    return local == null ? null : local.atZone(ZoneId.of(event.zone())).toInstant();
  }

  private static long typeId(EventDetail event, String code) {
    return event.types().stream()
        .filter(type -> type.code().equals(code))
        .map(TypeDetail::id)
        .findFirst()
        .orElseThrow(TicketTypeNotFound::new);
  }

  private static PromoRow row(ResultSet row, String currency) throws SQLException {
    PromoKind kind = PromoKind.valueOf(row.getString("kind"));
    Long budget = Sql.nullableLong(row, "budget_minor");
    return new PromoRow(
        row.getString("code"),
        kind,
        row.getInt("percent"),
        kind == PromoKind.AMOUNT ? new Money(row.getLong("amount_minor"), currency) : null,
        row.getBoolean("unlocks"),
        Arrays.asList((String[]) row.getArray("types").getArray()),
        number(row, "max_uses"),
        number(row, "max_per_person"),
        budget == null ? null : new Money(budget, currency),
        Sql.instant(row, "valid_from"),
        Sql.instant(row, "valid_until"),
        row.getString("batch"),
        row.getBoolean("active"),
        row.getInt("uses"),
        new Money(row.getLong("spent_minor"), currency));
  }

  private static Integer number(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
