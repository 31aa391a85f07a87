package fan.encore.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fan.encore.shared.Jsons;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passes for telephones, checked by OpenSSL with a chain of certificates made by it. */
class WalletPassTest {

  private static final Instant NOW = Instant.now();

  @TempDir private static Path dir;

  private static boolean openssl;

  @BeforeAll
  static void makeCertificates() throws Exception {
    openssl = runs("openssl", "version");
    if (!openssl) {
      return;
    }
    demand(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "ca.key",
        "-out",
        "ca.pem",
        "-days",
        "2",
        "-subj",
        "/CN=Test Root");
    issue("middle", "/CN=Test Intermediate", "ca", "basicConstraints=critical,CA:TRUE");
    issue(
        "pass",
        "/UID=pass.fan.encore.test/CN=Pass/OU=TEAM123456/O=Encore",
        "middle",
        "keyUsage=digitalSignature\nextendedKeyUsage=emailProtection");
    demand(
        "pkcs12",
        "-export",
        "-inkey",
        "pass.key",
        "-in",
        "pass.pem",
        "-certfile",
        "middle.pem",
        "-out",
        "pass.p12",
        "-passout",
        "pass:secret");
  }

  @Test
  void openSslBelievesTheSignatureOfAPass() throws Exception {
    assumeTrue(openssl, "no openssl here");
    PassKey key = key();
    Map<String, byte[]> files = unzip(ApplePass.of(ticket(), key, Locale.ENGLISH, NOW));
    Files.write(dir.resolve("manifest.json"), files.get("manifest.json"));
    Files.write(dir.resolve("signature"), files.get("signature"));
    assertTrue(verified(), "OpenSSL refuses the signature");
    Files.writeString(dir.resolve("manifest.json"), "{}");
    assertTrue(!verified(), "OpenSSL believes another manifest");
  }

  @Test
  void theManifestNamesEveryFileWithItsDigest() throws Exception {
    assumeTrue(openssl, "no openssl here");
    Map<String, byte[]> files = unzip(ApplePass.of(ticket(), key(), Locale.JAPANESE, NOW));
    JsonObject manifest = json(files.get("manifest.json"));
    for (String name : files.keySet()) {
      if (!List.of("manifest.json", "signature").contains(name)) {
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(files.get(name));
        assertEquals(HexFormat.of().formatHex(digest), manifest.getString(name), name);
      }
    }
    assertTrue(files.containsKey("icon.png") && files.containsKey("icon@2x.png"));
    JsonObject pass = json(files.get("pass.json"));
    assertEquals("pass.fan.encore.test", pass.getString("passTypeIdentifier"));
    assertEquals("TEAM123456", pass.getString("teamIdentifier"));
    assertEquals("T0123456789AB", pass.getString("serialNumber"));
    JsonObject barcode = pass.getJsonArray("barcodes").getJsonObject(0);
    assertEquals("PKBarcodeFormatQR", barcode.getString("format"));
    assertEquals("QR:CONTENT", barcode.getString("message"));
  }

  @Test
  void googlesLinkCarriesASignedTicket() throws Exception {
    KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
    maker.initialize(2048);
    KeyPair pair = maker.generateKeyPair();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----";
    GooglePass google = GooglePass.of("3388000", "wallet@encore.example", pem);
    String link = google.link(ticket(), "https://encore.example", Locale.ENGLISH, NOW);
    assertTrue(link.startsWith("https://pay.google.com/gp/v/save/"), link);
    String[] parts = link.substring(link.lastIndexOf('/') + 1).split("\\.");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(pair.getPublic());
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertTrue(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
    JsonObject claims = json(Base64.getUrlDecoder().decode(parts[1]));
    assertEquals("google", claims.getString("aud"));
    assertEquals("savetowallet", claims.getString("typ"));
    JsonObject saved =
        claims.getJsonObject("payload").getJsonArray("eventTicketObjects").getJsonObject(0);
    assertEquals("3388000.T0123456789AB", saved.getString("id"));
    assertEquals("QR:CONTENT", saved.getJsonObject("barcode").getString("value"));
  }

  private static boolean verified() throws Exception {
    return runs(
        "openssl",
        "smime",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        "-in",
        "signature",
        "-content",
        "manifest.json",
        "-CAfile",
        "ca.pem",
        "-out",
        "out");
  }

  private static PassKey key() throws IOException {
    byte[] store = Files.readAllBytes(dir.resolve("pass.p12"));
    return PassKey.of(Base64.getEncoder().encodeToString(store), "secret");
  }

  private static void issue(String name, String subject, String issuer, String extensions)
      throws Exception {
    Files.writeString(dir.resolve(name + ".ext"), extensions + "\n");
    demand(
        "req",
        "-new",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        name + ".key",
        "-out",
        name + ".csr",
        "-subj",
        subject);
    demand(
        "x509",
        "-req",
        "-in",
        name + ".csr",
        "-CA",
        issuer + ".pem",
        "-CAkey",
        issuer + ".key",
        "-CAcreateserial",
        "-days",
        "2",
        "-extfile",
        name + ".ext",
        "-out",
        name + ".pem");
  }

  private static void demand(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = "openssl";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    assertTrue(runs(command), () -> String.join(" ", command));
  }

  private static boolean runs(String... command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(dir.toFile())
              .redirectErrorStream(true)
              .redirectOutput(dir.resolve("openssl.log").toFile())
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException none) {
      return false;
    }
  }

  private static TicketRow ticket() {
    return new TicketRow(
        "T0123456789AB",
        1,
        TicketStatus.READY,
        "ORD-1",
        "a-night",
        "A night, 夜",
        null,
        NOW.plusSeconds(86_400),
        NOW.plusSeconds(90_000),
        ZoneId.of("Asia/Tokyo"),
        "Blue Hall",
        "Tokyo",
        null,
        "Standing",
        null,
        "Rin Tanaka",
        NOW,
        null,
        "QR:CONTENT",
        true);
  }

  private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static JsonObject json(byte[] bytes) {
    return Jsons.JSON
        .createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))
        .readObject();
  }
}
