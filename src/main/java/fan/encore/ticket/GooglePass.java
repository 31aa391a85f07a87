package fan.encore.ticket;

import static fan.encore.shared.Jsons.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;

/**
 * A link by which a fan saves a ticket in Google Wallet: class and object travel inside a JWT that
 * the issuer's service account signs with RS256 (Google, "Wallet API": Event tickets, JWT).
 *
 * @param issuer number of the issuer in Google's console
 * @param account address of the service account
 */
record GooglePass(String issuer, String account, PrivateKey key) {

  private static final String SAVE = "https://pay.google.com/gp/v/save/";

  /**
   * @param pkcs8 the account's RSA key: PKCS#8 in base64, with PEM's first and last line or without
   * @throws IllegalArgumentException if it is no such key
   */
  static GooglePass of(String issuer, String account, String pkcs8) {
    try {
      byte[] bytes =
          Base64.getMimeDecoder().decode(pkcs8.replaceAll("-----[A-Z ]+-----|\\\\n", ""));
      PrivateKey key =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
      return new GooglePass(issuer, account, key);
    } catch (GeneralSecurityException unreadable) {
      throw new IllegalArgumentException("The key of Google Wallet cannot be read", unreadable);
    }
  }

  /** The link of one ticket. */
  String link(TicketRow ticket, String origin, Locale locale, Instant now) {
    JsonObject header = JSON.createObjectBuilder().add("alg", "RS256").add("typ", "JWT").build();
    JsonObject claims =
        JSON.createObjectBuilder()
            .add("iss", account)
            .add("aud", "google")
            .add("typ", "savetowallet")
            .add("iat", now.getEpochSecond())
            .add("origins", JSON.createArrayBuilder().add(origin))
            .add(
                "payload",
                JSON.createObjectBuilder()
                    .add("eventTicketClasses", JSON.createArrayBuilder().add(kind(ticket, locale)))
                    .add("eventTicketObjects", JSON.createArrayBuilder().add(one(ticket, locale))))
            .build();
    String signed = encoded(header) + "." + encoded(claims);
    return SAVE + signed + "." + sign(signed);
  }

  private JsonObjectBuilder kind(TicketRow ticket, Locale locale) {
    return JSON.createObjectBuilder()
        .add("id", kindId(ticket))
        .add("issuerName", "Encore")
        .add("reviewStatus", "UNDER_REVIEW")
        .add("eventId", ticket.eventSlug())
        .add("eventName", words(ticket.eventTitle(), locale))
        .add(
            "venue",
            JSON.createObjectBuilder()
                .add("name", words(ticket.venue(), locale))
                .add("address", words(ticket.city(), locale)))
        .add(
            "dateTime",
            JSON.createObjectBuilder()
                .add("start", time(ticket.startsAt(), ticket))
                .add("end", time(ticket.endsAt(), ticket)));
  }

  private JsonObjectBuilder one(TicketRow ticket, Locale locale) {
    return JSON.createObjectBuilder()
        .add("id", issuer + "." + ticket.code())
        .add("classId", kindId(ticket))
        .add("state", ticket.status() == TicketStatus.CANCELLED ? "INACTIVE" : "ACTIVE")
        .add("ticketHolderName", ticket.holder())
        .add("ticketNumber", ticket.code())
        .add("ticketType", words(ticket.type(), locale))
        .add(
            "barcode",
            JSON.createObjectBuilder()
                .add("type", "QR_CODE")
                .add("value", ticket.qr())
                .add("alternateText", ticket.groupedCode()));
  }

  private String kindId(TicketRow ticket) {
    return issuer + "." + ticket.eventSlug();
  }

  private static JsonObjectBuilder words(String text, Locale locale) {
    return JSON.createObjectBuilder()
        .add(
            "defaultValue",
            JSON.createObjectBuilder()
                .add("language", locale.getLanguage().equals("ja") ? "ja-JP" : "en-US")
                .add("value", text));
  }

  private static String time(Instant at, TicketRow ticket) {
    return at.truncatedTo(ChronoUnit.SECONDS).atZone(ticket.zone()).toOffsetDateTime().toString();
  }

  private static String encoded(JsonObject json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String sign(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The link cannot be signed", e);
    }
  }
}
