package fan.encore.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.shared.Codes;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against the example that Amazon publishes with the specification. */
class S3SignatureTest {

  private static final S3Signature AMAZONS_EXAMPLE =
      new S3Signature(
          "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");
  private static final URI OBJECT = URI.create("https://examplebucket.s3.amazonaws.com/test.txt");
  private static final Instant TIME = Instant.parse("2013-05-24T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void theSignatureIsTheOneThatAmazonPublished() {
    String signed = AMAZONS_EXAMPLE.sign("GET", OBJECT, Map.of(), TIME, DAY).toString();
    assertEquals(
        "https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
            + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
            + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
        signed);
  }

  @Test
  void theCanonicalRequestIsTheOneThatAmazonPublished() {
    String parameters =
        "X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
            + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host";
    assertEquals(
        "3bfa292879f6447bbcda7001decf97f4a54dc650c8942174ae0a9121cf58ad04",
        Codes.sha256(S3Signature.canonical("GET", OBJECT, parameters)));
  }

  @Test
  void anotherMethodObjectOrTimeHasAnotherSignature() {
    URI signed = AMAZONS_EXAMPLE.sign("GET", OBJECT, Map.of(), TIME, DAY);
    for (URI other :
        new URI[] {
          AMAZONS_EXAMPLE.sign("PUT", OBJECT, Map.of(), TIME, DAY),
          AMAZONS_EXAMPLE.sign("GET", OBJECT.resolve("/other.txt"), Map.of(), TIME, DAY),
          AMAZONS_EXAMPLE.sign("GET", OBJECT, Map.of(), TIME.plusSeconds(1), DAY)
        }) {
      assertFalse(other.toString().endsWith(signature(signed)), other::toString);
    }
  }

  @Test
  void aLinkCarriesTheNameEncodedAndTheSecretNowhere() {
    S3Shelf shelf =
        new S3Shelf(
            Shelves.address("goods", Optional.of("http://127.0.0.1:9000/"), "us-east-1"),
            AMAZONS_EXAMPLE,
            Clock.fixed(TIME, ZoneOffset.UTC));
    String link = shelf.link("item/song 1.mp3", "星の歌.mp3", Duration.ofMinutes(5)).toString();
    assertTrue(link.startsWith("http://127.0.0.1:9000/goods/item/song%201.mp3?"), link);
    assertTrue(link.contains("X-Amz-Expires=300"), link);
    assertTrue(link.contains("&response-content-disposition=attachment%3B%20filename"), link);
    assertFalse(link.contains("wJalr"), link);
    assertFalse(AMAZONS_EXAMPLE.toString().contains("wJalr"));
  }

  @Test
  void amazonWantsTheBucketInTheHost() {
    assertEquals(
        URI.create("https://goods.s3.eu-west-1.amazonaws.com/"),
        Shelves.address("goods", Optional.empty(), "eu-west-1"));
  }

  private static String signature(URI signed) {
    String text = signed.toString();
    return text.substring(text.indexOf("X-Amz-Signature="));
  }
}
