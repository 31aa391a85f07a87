package fan.encore.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SmsWorkTest {

  @Test
  void fieldsAreEncodedAsAForm() {
    assertEquals("To=%2B8190+1%262", SmsWork.form(Map.of("To", "+8190 1&2")));
  }

  @Test
  void theProvidersCodeIsFoundWhereThereIsOne() {
    assertEquals(21211, SmsWork.code("{\"code\": 21211, \"message\": \"Invalid 'To'\"}"));
    assertEquals(0, SmsWork.code("{}"));
    assertEquals(0, SmsWork.code("{\"code\": \"x\"}"));
    assertEquals(0, SmsWork.code("<html>Bad gateway</html>"));
    assertEquals(0, SmsWork.code(""));
  }
}
