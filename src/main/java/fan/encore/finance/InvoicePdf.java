package fan.encore.finance;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import fan.encore.order.PricedLine;
import fan.encore.order.TaxShare;
import fan.encore.ticket.PdfFonts.Weight;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An invoice or a credit note on paper. */
final class InvoicePdf {

  private final Locale locale;
  private final InvoiceDocument invoice;
  private final ReportWords words;

  InvoicePdf(Locale locale, InvoiceDocument invoice) {
    this.locale = locale;
    this.invoice = invoice;
    this.words = new ReportWords(locale, invoice.zone().getId());
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
    try (Document document = new Document(PageSize.A4, 48, 48, 48, 48)) {
      PdfWriter writer = PdfWriter.getInstance(document, bytes);
      writer.setFullCompression();
      document.addTitle(title() + " " + invoice.code());
      document.addCreator("Encore");
      document.open();
      writer.getExtraCatalog().put(PdfName.LANG, new PdfString(locale.toLanguageTag()));
      Paper paper = new Paper(document, words.say("finance.nothing"));
      head(document, paper);
      lines(paper);
      sums(paper);
    } catch (DocumentException e) {
      throw new IllegalStateException("The invoice could not be drawn", e);
    }
    return bytes.toByteArray();
  }

  private String title() {
    return words.say(invoice.credit() ? "finance.invoice.credit_note" : "finance.invoice.title");
  }

  private void head(Document document, Paper paper) {
    paper.say(Weight.BOLD, 10, Paper.SOFT, "ENCORE");
    paper.say(Weight.BOLD, 22, Paper.INK, title() + " " + invoice.code());
    if (invoice.credit()) {
      paper.say(
          Weight.REGULAR, 10, Paper.INK, words.say("finance.invoice.credits", invoice.credits()));
    }
    PdfPTable stats = Paper.columns(3);
    Paper.stat(stats, words.say("finance.invoice.issued"), day(invoice.issuedAt()), Paper.INK);
    Paper.stat(
        stats,
        words.say(invoice.credit() ? "finance.invoice.returned" : "finance.invoice.supplied"),
        day(invoice.suppliedAt()),
        Paper.INK);
    Paper.stat(
        stats,
        words.say(invoice.credit() ? "finance.invoice.back" : "finance.invoice.paid"),
        words.money(invoice.quote().total()),
        Paper.INK);
    document.add(stats);
    party(paper, "finance.invoice.seller", invoice.seller().name(), invoice.seller().address());
    if (!invoice.seller().taxNumber().isEmpty()) {
      paper.say(
          Weight.REGULAR,
          10,
          Paper.INK,
          words.say("finance.invoice.tax_number", invoice.seller().taxNumber()));
    }
    if (invoice.buyer() != null) {
      party(paper, "finance.invoice.buyer", invoice.buyer().name(), invoice.buyer().address());
    }
  }

  private void party(Paper paper, String label, String name, String address) {
    paper.title(words.say(label));
    paper.say(Weight.BOLD, 11, Paper.INK, name);
    address
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> paper.say(Weight.REGULAR, 10, Paper.INK, line.strip()));
  }

  private void lines(Paper paper) {
    paper.title(words.say("finance.invoice.for", invoice.eventTitle(), invoice.orderCode()));
    List<List<String>> rows = new ArrayList<>();
    for (PricedLine line : invoice.quote().lines()) {
      rows.add(row(line, line.name(), line.price().format(locale), line.tickets().format(locale)));
      if (line.fee().isPositive()) {
        String fee = words.say("finance.invoice.fee", line.name());
        rows.add(row(line, fee, line.fee().format(locale), line.fees().format(locale)));
      }
    }
    paper.table(
        new float[] {46, 12, 16, 10, 16},
        words.heads(
            "invoice.what", "invoice.quantity", "invoice.each", "invoice.rate", "invoice.sum"),
        rows,
        1,
        2,
        3,
        4);
  }

  private List<String> row(PricedLine line, String what, String each, String sum) {
    String percent = line.tax().rateBasisPoints() == 0 ? "–" : line.tax().percent() + " %";
    return List.of(what, words.number(line.quantity()), each, percent, sum);
  }

  private void sums(Paper paper) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            words.say("finance.invoice.gross"),
            words.money(invoice.quote().tickets().plus(invoice.quote().fee()))));
    for (TaxShare tax : invoice.quote().taxes()) {
      rows.add(
          List.of(
              words.say(
                  "finance.invoice.tax",
                  tax.percent(),
                  words.money(tax.gross()),
                  words.money(tax.net())),
              words.money(tax.tax())));
    }
    if (invoice.quote().discount().isPositive()) {
      rows.add(
          List.of(
              words.say("finance.invoice.voucher"), "−" + words.money(invoice.quote().discount())));
    }
    rows.add(
        List.of(
            words.say(invoice.credit() ? "finance.invoice.back" : "finance.invoice.paid"),
            words.money(invoice.quote().total())));
    paper.title(words.say("finance.invoice.sums"));
    paper.table(new float[] {70, 30}, words.heads("invoice.what", "invoice.sum"), rows, 1);
    paper.say(Weight.REGULAR, 8, Paper.SOFT, words.say("finance.invoice.rounding"));
  }

  private String day(Instant at) {
    return words.date(at.atZone(invoice.zone()).toLocalDate(), FormatStyle.LONG);
  }
}
