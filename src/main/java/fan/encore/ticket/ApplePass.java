package fan.encore.ticket;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.shared.Texts;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/**
 * A ticket as Apple's Wallet keeps it: a ZIP of {@code pass.json}, pictures, a manifest of SHA-1
 * digests and a detached signature of the manifest (Apple, "Wallet Passes": Building a Pass).
 */
final class ApplePass {

  private static final int ICON_SIDE = 29;

  private ApplePass() {}

  /** The file, signed. */
  static byte[] of(TicketRow ticket, PassKey key, Locale locale, Instant now) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("pass.json", utf8(json(ticket, key, locale)));
    for (int scale = 1; scale <= 3; scale++) {
      String suffix = scale == 1 ? "" : "@" + scale + "x";
      files.put("icon" + suffix + ".png", icon(ICON_SIDE * scale));
      files.put("logo" + suffix + ".png", icon(ICON_SIDE * scale));
    }
    JsonObjectBuilder manifest = JSON.createObjectBuilder();
    files.forEach((name, bytes) -> manifest.add(name, sha1(bytes)));
    byte[] listed = utf8(manifest.build());
    files.put("manifest.json", listed);
    files.put("signature", DetachedSignature.of(listed, key, now));
    return zip(files);
  }

  private static JsonObject json(TicketRow ticket, PassKey key, Locale locale) {
    return JSON.createObjectBuilder()
        .add("formatVersion", 1)
        .add("passTypeIdentifier", key.passType())
        .add("teamIdentifier", key.team())
        .add("serialNumber", ticket.code())
        .add("organizationName", "Encore")
        .add("description", ticket.eventTitle())
        .add("logoText", "Encore")
        .add("foregroundColor", "rgb(255, 255, 255)")
        .add("labelColor", "rgb(255, 197, 61)")
        .add("backgroundColor", "rgb(35, 22, 41)")
        .add("relevantDate", time(ticket.startsAt(), ticket))
        .add("expirationDate", time(ticket.endsAt().plus(1, ChronoUnit.DAYS), ticket))
        .add("voided", ticket.status() == TicketStatus.CANCELLED)
        .add("eventTicket", faces(ticket, locale))
        .add(
            "barcodes",
            JSON.createArrayBuilder()
                .add(
                    JSON.createObjectBuilder()
                        .add("format", "PKBarcodeFormatQR")
                        .add("message", ticket.qr())
                        .add("messageEncoding", "iso-8859-1")
                        .add("altText", ticket.groupedCode())))
        .build();
  }

  private static JsonObjectBuilder faces(TicketRow ticket, Locale locale) {
    JsonObjectBuilder begins =
        field("begins", Texts.get(locale, "events.pass.begins"), time(ticket.startsAt(), ticket))
            .add("dateStyle", "PKDateStyleMedium")
            .add("timeStyle", "PKDateStyleShort")
            .add("ignoresTimeZone", true);
    return JSON.createObjectBuilder()
        .add(
            "primaryFields",
            one(field("event", Texts.get(locale, "events.pass.event"), ticket.eventTitle())))
        .add("secondaryFields", one(begins))
        .add(
            "auxiliaryFields",
            one(field(
                    "where",
                    Texts.get(locale, "events.pass.where"),
                    ticket.venue() + ", " + ticket.city()))
                .add(field("type", Texts.get(locale, "events.pass.type"), ticket.type())))
        .add(
            "backFields",
            one(field("holder", Texts.get(locale, "events.pass.holder"), ticket.holder()))
                .add(field("code", Texts.get(locale, "events.pass.code"), ticket.groupedCode()))
                .add(field("order", Texts.get(locale, "events.pass.order"), ticket.orderCode())));
  }

  private static JsonArrayBuilder one(JsonObjectBuilder field) {
    return JSON.createArrayBuilder().add(field);
  }

  private static JsonObjectBuilder field(String key, String label, String value) {
    return JSON.createObjectBuilder().add("key", key).add("label", label).add("value", value);
  }

  /** W3C date with the offset of the event's zone, to the minute as Apple asks. */
  private static String time(Instant at, TicketRow ticket) {
    return at.truncatedTo(ChronoUnit.SECONDS).atZone(ticket.zone()).toOffsetDateTime().toString();
  }

  /** The spotlight of Encore's logo. */
  private static byte[] icon(int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    Graphics2D brush = image.createGraphics();
    brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    brush.setColor(new Color(0xcf2b67));
    brush.fillRoundRect(0, 0, side, side, side / 3, side / 3);
    brush.setColor(new Color(0xffc53d));
    brush.fillOval(side / 4, side / 4, side / 2, side / 2);
    brush.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(JsonObject json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Apple's manifest wants SHA-1; what protects it is the signature's SHA-256. */
  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }
}
