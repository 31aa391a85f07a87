package fan.encore.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OperationNamesTest {

  @Test
  void anOperationIsNamedByMethodAndPath() {
    assertEquals(
        "postBannersCodeDraws", OperationNames.nameOf("POST", "/api/v1/banners/{code}/draws"));
    assertEquals("getCheckIns", OperationNames.nameOf("GET", "/api/v1/check-ins"));
  }
}
