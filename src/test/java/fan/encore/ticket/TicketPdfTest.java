package fan.encore.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fan.encore.event.TaxRule;
import fan.encore.order.PricedLine;
import fan.encore.seat.HeldSeat;
import fan.encore.shared.Money;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The printed ticket as another program reads it. */
class TicketPdfTest {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @Test
  void everyTicketHasAPageOfItsOwn() throws IOException {
    try (PDDocument document =
        Loader.loadPDF(english().of(List.of(sheet(1, 3), sheet(2, 3), sheet(3, 3))))) {
      assertEquals(3, document.getNumberOfPages());
      assertTrue(text(document, 2).contains("Ticket 2 of 3"), text(document, 2));
    }
  }

  @Test
  void aScannerReadsTheCodeFromTheRenderedPage() throws Exception {
    byte[] bytes = english().of(List.of(sheet(1, 2), sheet(2, 2)));
    keep("ticket-en.pdf", bytes);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      for (int page = 0; page < 2; page++) {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 100);
        assertEquals(sheet(page + 1, 2).qr(), decode(image));
      }
    }
  }

  @Test
  void itSaysWhoMayEnterWhatWhenAndWhere() throws IOException {
    try (PDDocument document = Loader.loadPDF(english().of(List.of(sheet(1, 2))))) {
      String text = text(document, 1).replace('\u00a5', '¥').replaceAll("\\s+", " ");
      for (String word :
          List.of(
              "Neon Tide",
              "Saturday, December 12, 2026",
              "19:00 JST",
              "Zepp DiverCity",
              "1-1-10 Aomi",
              "Zoë Müller",
              "Standing A",
              "Parterre, row C, seat 7",
              "ORD-7K3M9QX2AB",
              "T7K3 M9QX 2ABC 1",
              "¥5,000 − ¥500 + ¥225 service fee = ¥4,725, contains 10 % tax ¥430")) {
        assertTrue(text.contains(word), () -> word + " in " + text);
      }
    }
  }

  @Test
  void japaneseIsWrittenWithEmbeddedCharacters() throws IOException {
    byte[] bytes = new TicketPdf(Locale.JAPANESE, Optional.empty()).of(List.of(japanese()));
    keep("ticket-ja.pdf", bytes);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String text = text(document, 1);
      for (String word :
          List.of(
              "星降る夜の夏祭り",
              "渋谷公会堂",
              "山田 花子",
              "指定席 · 1階 12列 34番",
              "2026年12月12日",
              "開場 18:00",
              "サービス料 ￥225 = ￥5,225",
              "￥475")) {
        assertTrue(text.contains(word), () -> word + " in " + text);
      }
      for (var name : document.getPage(0).getResources().getFontNames()) {
        assertTrue(document.getPage(0).getResources().getFont(name).isEmbedded(), name.getName());
      }
    }
  }

  @Test
  void charactersThatNoFontHasAreMarkedAndNothingBreaks() throws IOException {
    TicketSheet odd = sheet(1, 1);
    TicketSheet sheet =
        new TicketSheet(
            odd.eventSlug(),
            "🎸 서울 Live 髙﨑 " + "very long ".repeat(40),
            null,
            null,
            odd.startsAt(),
            "V".repeat(200),
            "",
            "한국 " + "Longname ".repeat(20),
            odd.type(),
            null,
            odd.price(),
            odd.orderCode(),
            odd.ticketCode(),
            2,
            1,
            1,
            odd.qr());
    byte[] bytes = english().of(List.of(sheet));
    keep("ticket-odd.pdf", bytes);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      assertEquals(1, document.getNumberOfPages());
      assertTrue(text(document, 1).contains("髙﨑"));
      assertTrue(text(document, 1).contains("T7K3 M9QX 2ABC 1-2"), "the code says its issue");
    }
  }

  @Test
  void theEventsPictureFillsTheBandOnceForAllPages() throws IOException {
    BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int pixel = 0; pixel < 64 * 64; pixel++) {
      picture.setRGB(pixel % 64, pixel / 64, 0x3366cc);
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", png);
    byte[] bytes =
        new TicketPdf(Locale.ENGLISH, Optional.of(png.toByteArray()))
            .of(List.of(sheet(1, 2), sheet(2, 2)));
    try (PDDocument document = Loader.loadPDF(bytes)) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(1, 36);
      assertEquals(0x3366cc, page.getRGB(page.getWidth() / 2, 40) & 0xffffff);
    }
  }

  @Test
  void aPictureThatIsNoneDoesNotHinderTheTicket() throws IOException {
    byte[] bytes =
        new TicketPdf(Locale.ENGLISH, Optional.of(new byte[] {1, 2, 3})).of(List.of(sheet(1, 1)));
    try (PDDocument document = Loader.loadPDF(bytes)) {
      assertEquals(1, document.getNumberOfPages());
    }
  }

  private static TicketPdf english() {
    return new TicketPdf(Locale.ENGLISH, Optional.empty());
  }

  static TicketSheet sheet(int number, int of) {
    ZonedDateTime start = ZonedDateTime.of(2026, 12, 12, 19, 0, 0, 0, TOKYO);
    String code = "T7K3M9QX2ABC" + number;
    return new TicketSheet(
        "neon-tide-tokyo",
        "Neon Tide: Afterglow Tour 2026",
        "Neon Tide",
        start.minusHours(1),
        start,
        "Zepp DiverCity",
        "1-1-10 Aomi, Koto-ku, Tokyo, Japan",
        "Zoë Müller",
        "Standing A",
        new HeldSeat("P-C-7", "Parterre", "C", "7"),
        price(225, 500),
        "ORD-7K3M9QX2AB",
        code,
        1,
        number,
        of,
        new SealedCode(1, code, 1, null, null, new byte[64]).text());
  }

  /** Of one ticket with 10 % tax, 5,000 yen on the list. */
  private static PricedLine price(long fee, long cut) {
    return new PricedLine(
        1,
        "standing",
        "Standing",
        1,
        new Money(5_000 - cut, "JPY"),
        new Money(fee, "JPY"),
        new Money(cut, "JPY"),
        0,
        new TaxRule(1_000, true));
  }

  private static TicketSheet japanese() {
    ZonedDateTime start = ZonedDateTime.of(2026, 12, 12, 19, 0, 0, 0, TOKYO);
    return new TicketSheet(
        "hoshi-matsuri",
        "星降る夜の夏祭り ～アンコール公演2026～",
        "月影オーケストラ",
        start.minusHours(1),
        start,
        "渋谷公会堂",
        "東京都渋谷区宇田川町1番1号",
        "山田 花子",
        "指定席",
        new HeldSeat("1F-12-34", "1階", "12", "34"),
        price(225, 0),
        "ORD-7K3M9QX2AB",
        "T7K3M9QX2ABC1",
        1,
        1,
        1,
        new SealedCode(1, "T7K3M9QX2ABC1", 1, null, null, new byte[64]).text());
  }

  private static String text(PDDocument document, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(document);
  }

  private static String decode(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
        .getText();
  }

  /** For people who want to look at it. */
  private static void keep(String name, byte[] bytes) throws IOException {
    Files.createDirectories(Path.of("target", "documents"));
    Files.write(Path.of("target", "documents", name), bytes);
  }
}
