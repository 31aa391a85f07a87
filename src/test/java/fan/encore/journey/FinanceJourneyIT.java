package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import fan.encore.local.sim.Damage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Finance at her desk: a day that agrees with the provider, and one that does not. */
class FinanceJourneyIT extends Journey {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
  private static final double PATIENCE_MILLIS = 60_000;

  @Test
  void aDayIsReportedAndPrinted() throws Exception {
    LocalDate day = TODAY.minusDays(9);
    signIn("finance@encore.example");
    visit("/finance/reports");
    picture("finance-reports");
    page.locator("a[href$='day=" + day + "']").click();
    look();
    run("Balanced");
    picture("finance-balanced");
    try (PDDocument document = Loader.loadPDF(document(day, "pdf"))) {
      assertTrue(new PDFTextStripper().getText(document).contains(String.valueOf(day.getYear())));
    }
    byte[] workbook = document(day, "xlsx");
    assertEquals("PK", new String(workbook, 0, 2, StandardCharsets.US_ASCII));
  }

  @Test
  void aDamagedFileShowsItsDifferences() {
    LocalDate day = TODAY.minusDays(8);
    encore.simulator().damage(day, Damage.EXTRA);
    signIn("finance@encore.example");
    visit("/finance/report?day=" + day);
    run("Needs attention");
    assertThat(page.locator("[id='report:differences']")).containsText("Missing here");
    picture("finance-differences");
  }

  private void run(String state) {
    page.locator("[id='report:run']").click();
    assertThat(page.locator("[id='report']"))
        .containsText(state, new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    look();
  }

  private byte[] document(LocalDate day, String format) {
    APIResponse answer = page.request().get("/finance/document?day=" + day + "&format=" + format);
    assertEquals(200, answer.status());
    return answer.body();
  }
}
