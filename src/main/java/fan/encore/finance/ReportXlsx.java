package fan.encore.finance;

import fan.encore.shared.Money;
import fan.encore.wallet.AccountRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The report as a workbook: real numbers in major units with the currency's decimals, real dates in
 * the business zone, one sheet for each part and one with every line.
 */
final class ReportXlsx {

  private final ReportWords words;
  private final DayReport report;
  private final List<DayReport.Line> lines;
  private Sheets sheets;

  ReportXlsx(Locale locale, DayReport report, List<DayReport.Line> lines) {
    this.words = new ReportWords(locale, report.header().zone());
    this.report = report;
    this.lines = lines;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * 1024);
    try (XSSFWorkbook made = new XSSFWorkbook()) {
      sheets = new Sheets(made, ZoneId.of(report.header().zone()));
      summary();
      lines("finance.differences", report.differences());
      lines("finance.in_transit", report.inTransit());
      totals();
      trialBalance();
      proof();
      skipped();
      lines("finance.lines", lines);
      made.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void summary() {
    DayReport.Header header = report.header();
    Sheet sheet = sheets.sheet(words.say("finance.summary"), words.heads("what", "value"));
    sheets.row(sheet, words.say("finance.day"), header.day());
    sheets.row(sheet, words.say("finance.zone"), header.zone());
    sheets.row(
        sheet,
        words.say("finance.state"),
        words.say("finance.state." + (header.balanced() ? "BALANCED" : "DIFFERENCES")));
    sheets.row(sheet, words.outcome(Outcome.MATCHED), header.matched());
    sheets.row(sheet, words.outcome(Outcome.IN_TRANSIT), header.inTransit());
    sheets.row(sheet, words.say("finance.differences"), header.differences());
    sheets.row(sheet, words.say("finance.skipped"), header.skipped());
    sheets.row(sheet, words.say("finance.failed_checks"), header.failedChecks());
    sheets.row(sheet, words.say("finance.version"), (long) header.version());
    sheets.row(sheet, words.say("finance.made_at"), header.madeAt());
    sheets.row(sheet, words.say("finance.sha256"), header.sha256());
    for (DayReport.File file : report.files()) {
      sheets.row(
          sheet,
          words.say("finance.file") + " " + file.provider() + " " + file.date(),
          file.sha256());
    }
    sheets.finish(sheet, 2);
  }

  private void lines(String title, List<DayReport.Line> wanted) {
    Sheet sheet =
        sheets.sheet(
            words.say(title),
            words.heads(
                "provider",
                "kind",
                "outcome",
                "payment",
                "product",
                "currency",
                "ours",
                "our_fee",
                "our_time",
                "due_on",
                "item",
                "their_currency",
                "theirs",
                "their_fee",
                "their_time",
                "their_source"));
    for (DayReport.Line line : wanted) {
      sheets.row(
          sheet,
          line.provider(),
          words.kind(line.kind()),
          words.outcome(line.outcome()),
          line.payment(),
          words.product(line.purpose()),
          line.ours() == null ? null : line.ours().currency(),
          line.ours(),
          line.ourFee(),
          line.ourTime(),
          line.dueOn(),
          line.item(),
          line.theirs() == null ? null : line.theirs().currency(),
          line.theirs(),
          line.theirFee(),
          line.theirTime(),
          line.theirSource());
    }
    sheets.finish(sheet, 16);
  }

  private void totals() {
    Sheet sheet = sheets.sheet(words.say("finance.totals"), words.totalHeads());
    for (DayReport.Total total : report.totals()) {
      sheets.row(
          sheet,
          total.provider(),
          total.charged().currency(),
          words.product(total.product()),
          total.charges(),
          total.charged(),
          total.fee(),
          total.refunds(),
          total.refunded(),
          total.net());
    }
    sheets.finish(sheet, 9);
    Sheet settled = sheets.sheet(words.say("finance.settled"), words.settledHeads());
    for (DayReport.Settled part : report.settled()) {
      sheets.row(
          settled,
          part.provider(),
          part.gross().currency(),
          part.category(),
          part.lines(),
          part.gross(),
          part.fee(),
          part.net());
    }
    sheets.finish(settled, 7);
  }

  private void trialBalance() {
    Sheet sheet = sheets.sheet(words.say("finance.trial_balance"), words.balanceHeads());
    for (DayReport.Balance balance : report.balances()) {
      sheets.row(
          sheet,
          balance.currency(),
          balance.account(),
          amount(balance.opening(), balance.currency()),
          amount(balance.debits(), balance.currency()),
          amount(balance.credits(), balance.currency()),
          amount(balance.closing(), balance.currency()));
    }
    sheets.finish(sheet, 6);
  }

  private void proof() {
    Sheet checks =
        sheets.sheet(
            words.say("finance.proof"), words.heads("check", "result", "violations", "example"));
    for (DayReport.Check check : report.checks()) {
      sheets.row(
          checks,
          words.say(check.code()),
          words.say(check.holds() ? "finance.check.pass" : "finance.check.fail"),
          check.violations(),
          check.example());
    }
    sheets.finish(checks, 4);
    Sheet suspense =
        sheets.sheet(
            words.say("finance.suspense"), words.heads("payment", "currency", "ours", "since"));
    for (DayReport.Suspense held : report.suspense()) {
      sheets.row(suspense, held.payment(), held.amount().currency(), held.amount(), held.since());
    }
    sheets.finish(suspense, 4);
  }

  private void skipped() {
    Sheet sheet = sheets.sheet(words.say("finance.skipped"), words.skippedHeads());
    for (DayReport.SkippedLine line : report.skipped()) {
      sheets.row(
          sheet,
          line.file(),
          (long) line.line(),
          words.say(line.reason()),
          line.detail(),
          line.raw());
    }
    sheets.finish(sheet, 5);
  }

  private static Object amount(long value, String currency) {
    return AccountRef.isVirtual(currency) ? (Object) value : new Money(value, currency);
  }
}
