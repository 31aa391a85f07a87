package fan.encore.event;

import fan.encore.shared.Sql;
import java.time.Instant;

/**
 * Writes the rules of fees: none is changed, one ends and the next one begins.
 *
 * @param typeId the ticket type that a rule is for, or null
 * @param eventId the event that it is for, or null
 * @param currency ISO 4217, or null; when all three are null it is for everywhere
 */
record FeeRows(Long typeId, Long eventId, String currency) {

  void end(Sql sql, Instant now) {
    sql.update(
        "update encore.fee_rule set ended_at = ? where ended_at is null"
            + " and ticket_type_id is not distinct from ? and event_id is not distinct from ?"
            + " and currency is not distinct from ?",
        now,
        typeId,
        eventId,
        currency);
  }

  void begin(Sql sql, Instant now, long accountId, FeeDraft draft) {
    end(sql, now);
    sql.update(
        "insert into encore.fee_rule (ticket_type_id, event_id, currency, share_basis_points,"
            + " fixed_minor, least_minor, most_minor, payer, account_id, valid_from)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        typeId,
        eventId,
        currency,
        draft.shareBasisPoints(),
        draft.fixedMinor(),
        draft.leastMinor(),
        draft.mostMinor(),
        draft.payer(),
        accountId,
        now);
  }
}
