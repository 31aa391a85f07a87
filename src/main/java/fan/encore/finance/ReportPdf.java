package fan.encore.finance;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import fan.encore.ticket.PdfFonts.Weight;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report on paper: A4 landscape, tables that go on over pages under their heads. */
final class ReportPdf {

  /** What a person can still read through; the workbook has all of them. */
  private static final int MOST = 2_000;

  private final ReportWords words;
  private final Locale locale;
  private final DayReport report;
  private Paper paper;

  ReportPdf(Locale locale, DayReport report) {
    this.locale = locale;
    this.words = new ReportWords(locale, report.header().zone());
    this.report = report;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * 1024);
    try (Document document = new Document(PageSize.A4.rotate(), 36, 36, 36, 36)) {
      PdfWriter writer = PdfWriter.getInstance(document, bytes);
      writer.setFullCompression();
      document.addTitle(words.say("finance.report") + " " + report.header().day());
      document.addCreator("Encore");
      document.open();
      writer.getExtraCatalog().put(PdfName.LANG, new PdfString(locale.toLanguageTag()));
      paper = new Paper(document, words.say("finance.nothing"));
      head(document);
      lines("finance.differences", report.differences(), "finance.differences.none");
      totals();
      settled();
      proof();
      trialBalance();
      skipped();
      lines("finance.in_transit", report.inTransit(), "finance.in_transit.none");
    } catch (DocumentException e) {
      throw new IllegalStateException("The report could not be drawn", e);
    }
    return bytes.toByteArray();
  }

  private void head(Document document) {
    DayReport.Header header = report.header();
    paper.say(Weight.BOLD, 10, Paper.SOFT, "ENCORE  ·  " + words.say("finance.report"));
    Paragraph title = new Paragraph();
    title.setLeading(22 * Paper.LEADING);
    title.setSpacingAfter(10);
    title.add(
        Paper.phrase(
            Weight.BOLD, 22, Paper.INK, words.date(header.day(), FormatStyle.FULL) + "   "));
    title.add(
        Paper.phrase(
            Weight.BOLD,
            14,
            header.balanced() ? Paper.GOOD : Paper.BAD,
            words.say("finance.state." + (header.balanced() ? "BALANCED" : "DIFFERENCES"))));
    document.add(title);
    PdfPTable stats = Paper.columns(5);
    stat(stats, words.outcome(Outcome.MATCHED), header.matched(), false);
    stat(stats, words.outcome(Outcome.IN_TRANSIT), header.inTransit(), false);
    stat(stats, words.say("finance.differences"), header.differences(), true);
    stat(stats, words.say("finance.skipped"), header.skipped(), true);
    stat(stats, words.say("finance.failed_checks"), header.failedChecks(), true);
    document.add(stats);
    paper.say(Weight.REGULAR, 7, Paper.SOFT, origin(header));
  }

  private String origin(DayReport.Header header) {
    return words.say("finance.zone")
        + " "
        + header.zone()
        + "  ·  "
        + words.say("finance.version")
        + " "
        + header.version()
        + "  ·  "
        + words.say("finance.made_at")
        + " "
        + words.time(header.madeAt())
        + "  ·  SHA-256 "
        + header.sha256();
  }

  private void stat(PdfPTable stats, String label, long value, boolean badUnlessZero) {
    Color colour = badUnlessZero && value != 0 ? Paper.BAD : Paper.INK;
    Paper.stat(stats, label, words.number(value), colour);
  }

  private void lines(String title, List<DayReport.Line> lines, String none) {
    paper.title(words.say(title));
    if (lines.isEmpty()) {
      paper.say(Weight.REGULAR, 9, Paper.SOFT, words.say(none));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (DayReport.Line line : lines.subList(0, Math.min(MOST, lines.size()))) {
      rows.add(cells(line));
    }
    List<String> heads =
        words.heads(
            "outcome",
            "kind",
            "payment",
            "product",
            "ours",
            "our_fee",
            "our_time",
            "theirs",
            "their_fee",
            "their_time");
    paper.table(new float[] {13, 7, 14, 9, 10, 8, 13, 10, 8, 13}, heads, rows, 4, 5, 7, 8);
    if (lines.size() > MOST) {
      paper.say(Weight.REGULAR, 8, Paper.SOFT, words.say("finance.more", lines.size() - MOST));
    }
  }

  private List<String> cells(DayReport.Line line) {
    return List.of(
        words.outcome(line.outcome()),
        words.kind(line.kind()),
        line.payment() == null ? line.item() : line.payment(),
        words.product(line.purpose()),
        words.money(line.ours()),
        words.money(line.ourFee()),
        words.time(line.ourTime()),
        words.money(line.theirs()),
        words.money(line.theirFee()),
        line.theirTime() == null
            ? words.say("finance.due", line.dueOn())
            : words.time(line.theirTime()));
  }

  private void totals() {
    paper.title(words.say("finance.totals"));
    List<List<String>> rows = new ArrayList<>();
    for (DayReport.Total total : report.totals()) {
      rows.add(
          List.of(
              total.provider(),
              total.charged().currency(),
              words.product(total.product()),
              words.number(total.charges()),
              words.money(total.charged()),
              words.money(total.fee()),
              words.number(total.refunds()),
              words.money(total.refunded()),
              words.money(total.net())));
    }
    List<String> heads = words.totalHeads();
    paper.table(new float[] {10, 8, 12, 9, 13, 11, 9, 12, 13}, heads, rows, 3, 4, 5, 6, 7, 8);
  }

  private void settled() {
    paper.title(words.say("finance.settled"));
    List<List<String>> rows = new ArrayList<>();
    for (DayReport.Settled part : report.settled()) {
      rows.add(
          List.of(
              part.provider(),
              part.gross().currency(),
              part.category(),
              words.number(part.lines()),
              words.money(part.gross()),
              words.money(part.fee()),
              words.money(part.net())));
    }
    List<String> heads = words.settledHeads();
    paper.table(new float[] {12, 10, 14, 10, 15, 13, 15}, heads, rows, 3, 4, 5, 6);
  }

  private void proof() {
    paper.title(words.say("finance.proof"));
    List<List<String>> rows = new ArrayList<>();
    for (DayReport.Check check : report.checks()) {
      rows.add(
          List.of(
              words.say(check.holds() ? "finance.check.pass" : "finance.check.fail"),
              words.say(check.code()),
              words.number(check.violations()),
              check.example() == null ? "" : check.example()));
    }
    List<String> heads = words.heads("result", "check", "violations", "example");
    paper.table(new float[] {10, 60, 12, 18}, heads, rows, 2);
    for (DayReport.Suspense held : report.suspense()) {
      String line =
          held.payment() + "  " + words.money(held.amount()) + "  " + words.time(held.since());
      paper.say(Weight.REGULAR, 8, Paper.BAD, line);
    }
  }

  private void trialBalance() {
    paper.title(words.say("finance.trial_balance"));
    List<List<String>> rows = new ArrayList<>();
    for (DayReport.Balance balance : report.balances()) {
      rows.add(
          List.of(
              balance.currency(),
              balance.account(),
              words.amount(balance.opening(), balance.currency()),
              words.amount(balance.debits(), balance.currency()),
              words.amount(balance.credits(), balance.currency()),
              words.amount(balance.closing(), balance.currency())));
    }
    List<String> heads = words.balanceHeads();
    paper.table(new float[] {8, 32, 15, 15, 15, 15}, heads, rows, 2, 3, 4, 5);
  }

  private void skipped() {
    if (report.skipped().isEmpty()) {
      return;
    }
    paper.title(words.say("finance.skipped"));
    List<List<String>> rows = new ArrayList<>();
    for (DayReport.SkippedLine line : report.skipped()) {
      rows.add(
          List.of(
              line.file().toString(),
              words.number(line.line()),
              words.say(line.reason()),
              line.detail(),
              line.raw()));
    }
    List<String> heads = words.skippedHeads();
    paper.table(new float[] {10, 6, 22, 18, 44}, heads, rows, 1);
  }
}
