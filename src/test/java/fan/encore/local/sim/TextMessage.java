package fan.encore.local.sim;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An SMS that Encore sent.
 *
 * @param sid Twilio's name of it: {@code SM} and 32 hex digits
 */
public record TextMessage(String sid, String from, String to, String body, Instant sentAt) {

  private static final String GSM_EXTRA =
      "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉÄÖÑÜ§¿äöñüà¤¡^{}\\[~]|€\r\n";

  /**
   * Parts that are billed: 160 GSM characters or 70 others, and 153 or 67 of each when there are
   * several (https://www.twilio.com/docs/glossary/what-sms-character-limit).
   */
  public int segments() {
    boolean gsm = body.chars().allMatch(c -> c >= ' ' && c < 127 || GSM_EXTRA.indexOf(c) >= 0);
    int one = gsm ? 160 : 70;
    int each = gsm ? 153 : 67;
    return body.length() <= one ? 1 : (body.length() + each - 1) / each;
  }

  JsonObjectBuilder document() {
    return JsonText.object()
        .add("sid", sid)
        .add("from", from)
        .add("to", to)
        .add("body", body)
        .add("sentAt", sentAt.toString())
        .add("segments", segments());
  }

  static TextMessage of(JsonObject json) {
    return new TextMessage(
        JsonText.text(json, "sid"),
        JsonText.text(json, "from"),
        JsonText.text(json, "to"),
        JsonText.text(json, "body"),
        JsonText.instant(json, "sentAt"));
  }

  /** Twilio's resource (https://www.twilio.com/docs/messaging/api/message-resource). */
  JsonObjectBuilder resource(String account) {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(sentAt.atOffset(ZoneOffset.UTC));
    String uri = "/2010-04-01/Accounts/" + account + "/Messages/" + sid;
    return JsonText.object()
        .add("sid", sid)
        .add("account_sid", account)
        .addNull("messaging_service_sid")
        .add("api_version", "2010-04-01")
        .add("from", from)
        .add("to", to)
        .add("body", body)
        .add("status", "queued")
        .add("direction", "outbound-api")
        .add("num_segments", String.valueOf(segments()))
        .add("num_media", "0")
        .add("date_created", date)
        .add("date_updated", date)
        .addNull("date_sent")
        .addNull("price")
        .add("price_unit", "USD")
        .addNull("error_code")
        .addNull("error_message")
        .add("uri", uri + ".json")
        .add("subresource_uris", JsonText.object().add("media", uri + "/Media.json"));
  }
}
