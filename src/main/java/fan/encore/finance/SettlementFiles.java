package fan.encore.finance;

import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import fan.encore.storage.Storage;
import fan.encore.storage.StoredFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** Keeps the providers' files as they came and every line of them. */
@Stateless
@RolesAllowed("SYSTEM")
public class SettlementFiles {

  private static final String CSV = "text/csv";

  @Inject private Sql sql;
  @Inject private Storage storage;
  @Inject private SettlementSource source;
  @Inject private BusinessDays days;
  @Inject private Clock clock;

  /**
   * Fetches the files that the report of a day rests on and that are not here yet: its own and all
   * since the oldest payment was due.
   *
   * @return how many files came
   * @throws NoSettlementFile if the provider does not give one
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public int fetch(LocalDate day) {
    int fetched = 0;
    for (LocalDate file : missing(day)) {
      keep(file, source.fetch(file));
      fetched++;
    }
    return fetched;
  }

  private List<LocalDate> missing(LocalDate day) {
    TreeSet<LocalDate> wanted = new TreeSet<>(days.filesOf(day));
    LocalDate newest = days.newestFile(day);
    sql.first(
            "select min(paid_at) as oldest from encore.payment where status in ('CAPTURED', 'REFUNDED')",
            row -> Sql.instant(row, "oldest"))
        .map(oldest -> days.dueOn(Ours.Kind.CHARGE, oldest))
        .ifPresent(
            due ->
                due.datesUntil(newest.isBefore(due) ? due : newest.plusDays(1))
                    .forEach(wanted::add));
    sql.list(
            "select file_date from encore.settlement_file where provider = ?",
            row -> row.getObject(1, LocalDate.class),
            SettlementSource.PROVIDER)
        .forEach(wanted::remove);
    return List.copyOf(wanted);
  }

  /** The file first, then its row: a crash between them only fetches the same bytes again. */
  private void keep(LocalDate file, byte[] bytes) {
    String key = "settlement/" + SettlementSource.PROVIDER + "/" + file + ".csv";
    storage.put(key, CSV, bytes);
    sql.update(
        "insert into encore.settlement_file (provider, file_date, file_key, sha256, fetched_at)"
            + " values (?, ?, ?, ?, ?) on conflict (provider, file_date) do nothing",
        SettlementSource.PROVIDER,
        file,
        key,
        Codes.sha256(bytes),
        clock.instant());
  }

  /** Numbers of the files whose lines are not all here yet, oldest first. */
  public List<Long> unread() {
    return sql.list(
        "select id from encore.settlement_file where loaded_at is null order by file_date, id",
        row -> row.getLong(1));
  }

  /**
   * Everything that a file says, in order.
   *
   * @throws IllegalStateException if the stored bytes are not those that were fetched
   */
  public List<FileLine> read(long fileId) {
    return sql.first(
            "select file_key, sha256 from encore.settlement_file where id = ?",
            row -> {
              StoredFile file = storage.get(row.getString("file_key")).orElseThrow();
              if (!Codes.sha256(file.bytes()).equals(row.getString("sha256"))) {
                throw new IllegalStateException(file.key() + " was changed after it was fetched");
              }
              return SettlementReader.read(fileId, file.bytes());
            },
            fileId)
        .orElseThrow();
  }

  /** Enters lines; those that are here already change nothing. */
  public void enter(List<FileLine> lines) {
    for (FileLine line : lines) {
      if (line.theirs() != null) {
        enter(line);
      } else if (line.skipped() != null) {
        skip(line, line.skipped());
      } else {
        finish(line);
      }
    }
  }

  private void enter(FileLine line) {
    Theirs theirs = line.theirs();
    int entered =
        sql.update(
            "insert into encore.settlement_line (file_id, line_no, provider, file_date, transaction_id, kind,"
                + " category, source_id, charge_id, payment_ref, refund_ref, occurred_at, currency,"
                + " gross_minor, fee_minor, net_minor, description)"
                + " select id, ?, provider, file_date, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
                + " from encore.settlement_file where id = ? on conflict do nothing",
            line.line(),
            theirs.transactionId(),
            theirs.kind(),
            theirs.category(),
            theirs.sourceId(),
            theirs.chargeId(),
            theirs.paymentRef(),
            theirs.refundRef(),
            theirs.at(),
            theirs.currency(),
            theirs.grossMinor(),
            theirs.feeMinor(),
            theirs.grossMinor() - theirs.feeMinor(),
            theirs.description(),
            line.fileId());
    if (entered == 0 && !here(line)) {
      skip(line, new FileLine.Skipped("twice", theirs.transactionId(), theirs.toString()));
    }
  }

  private boolean here(FileLine line) {
    return sql.number(
            "select count(*) from encore.settlement_line where file_id = ? and line_no = ?",
            line.fileId(),
            line.line())
        > 0;
  }

  private void skip(FileLine line, FileLine.Skipped skipped) {
    sql.update(
        "insert into encore.settlement_skip (file_id, line_no, reason, detail, raw)"
            + " values (?, ?, ?, ?, ?) on conflict do nothing",
        line.fileId(),
        line.line(),
        skipped.reason(),
        skipped.detail(),
        skipped.raw());
  }

  private void finish(FileLine end) {
    Instant now = clock.instant();
    sql.update(
        "update encore.settlement_file f set loaded_at = coalesce(loaded_at, ?), line_count ="
            + " (select count(*) from encore.settlement_line l where l.file_id = f.id) where f.id = ?",
        now,
        end.fileId());
  }
}
