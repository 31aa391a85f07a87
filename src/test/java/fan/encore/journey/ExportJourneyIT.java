package fan.encore.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator takes tables home, as CSV and as a workbook. */
class ExportJourneyIT extends Journey {

  private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"(,|\r?\n|$)");

  @ParameterizedTest
  @ValueSource(
      strings = {"accounts", "orders", "payments", "banners", "events", "messages", "audit"})
  void everyRowOfATableIsInBothFiles(String table) throws IOException {
    signIn("admin@encore.example");
    page.navigate("/admin/" + table);
    assertThat(rows().first()).isVisible();
    List<List<String>> csv = csv();
    List<List<String>> workbook = workbook();
    assertTrue(csv.size() > 1, table);
    assertTrue(csv.size() >= rows().count() + 1, table);
    assertTrue(workbook.size() >= csv.size(), "between the two only new rows can come");
    assertEquals(csv.get(0), workbook.get(0));
    assertTrue(csv.get(0).stream().noneMatch(String::isBlank), () -> "heads " + csv.get(0));
  }

  @Test
  void aFilterHoldsForTheFilesToo() throws IOException {
    signIn("admin@encore.example");
    page.navigate("/admin/accounts");
    Locator filter =
        page.locator("main th").filter(new Locator.FilterOptions().setHasText("E-mail"));
    filter.locator("input").pressSequentially("organizer@encore");
    assertThat(rows()).hasCount(1);
    for (List<List<String>> file : List.of(csv(), workbook())) {
      assertEquals(2, file.size(), () -> "head and one row: " + file);
      assertTrue(file.get(1).contains("organizer@encore.example"), () -> file.toString());
      assertTrue(file.get(1).contains("Northern Light Concerts"), () -> file.toString());
    }
  }

  @Test
  void aNameThatLooksLikeAFormulaIsTextInBothFiles() throws Exception {
    String formula = "=1+" + System.nanoTime();
    register(formula);
    signIn("admin@encore.example");
    page.navigate("/admin/accounts");
    Locator filter = page.locator("main th").filter(new Locator.FilterOptions().setHasText("Name"));
    filter.locator("input").pressSequentially(formula);
    assertThat(rows()).hasCount(1);
    assertTrue(csv().get(1).contains("'" + formula));
    try (var bytes = Files.newInputStream(download("Excel").path());
        XSSFWorkbook book = new XSSFWorkbook(bytes)) {
      Cell name =
          StreamSupport.stream(book.getSheetAt(0).getRow(1).spliterator(), false)
              .filter(cell -> cell.getCellType() == CellType.STRING)
              .filter(cell -> cell.getStringCellValue().equals(formula))
              .findFirst()
              .orElseThrow();
      assertTrue(name.getCellStyle().getQuotePrefixed());
    }
  }

  private void register(String name) throws Exception {
    String body =
        "{\"email\":\"f%d@encore.example\",\"password\":\"%s\",\"displayName\":\"%s\",\"language\":\"en\"}"
            .formatted(System.nanoTime(), "correct horse battery", name);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(encore.url() + "/api/v1/auth/register"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    assertEquals(
        201,
        HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofString())
            .statusCode());
  }

  private Download download(String button) {
    return page.waitForDownload(
        () ->
            page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click());
  }

  private List<List<String>> csv() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    Matcher cell = CELL.matcher(Files.readString(download("CSV").path()));
    while (cell.find()) {
      row.add(cell.group(1).replace("\"\"", "\""));
      if (!cell.group(2).equals(",")) {
        rows.add(row);
        row = new ArrayList<>();
      }
    }
    return rows;
  }

  private List<List<String>> workbook() throws IOException {
    DataFormatter shown = new DataFormatter();
    try (var bytes = Files.newInputStream(download("Excel").path());
        XSSFWorkbook book = new XSSFWorkbook(bytes)) {
      List<List<String>> rows = new ArrayList<>();
      for (Row row : book.getSheetAt(0)) {
        rows.add(
            StreamSupport.stream(row.spliterator(), false).map(shown::formatCellValue).toList());
      }
      return rows;
    }
  }
}
