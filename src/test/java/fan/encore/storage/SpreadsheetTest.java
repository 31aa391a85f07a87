package fan.encore.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://evil.example\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\rname",
        "\nname",
        "  =1+1",
        "＝1+1",
        "　＝1+1",
        "=1\n+1",
        "-A1",
        "-"
      })
  void whatItWouldCalculateBecomesText(String text) {
    assertEquals("'" + text, Spreadsheet.plain(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Mika",
        "a=b",
        "mika@encore.example",
        "-12",
        "+81901234567",
        "-1,234.50",
        "-¥500",
        "-3.6 %",
        "'=1"
      })
  void namesAndNumbersStayAsTheyAre(String text) {
    assertEquals(text, Spreadsheet.plain(text));
  }
}
