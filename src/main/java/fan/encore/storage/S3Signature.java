package fan.encore.storage;

import fan.encore.shared.Codes;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs addresses of an S3 bucket: AWS Signature Version 4 in query parameters, payload unsigned
 * (docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html).
 *
 * @param accessKey names the secret; it is part of each address
 */
record S3Signature(String accessKey, String secretKey, String region) {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String HMAC = "HmacSHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /**
   * @param object the address without a query; its path encoded as S3 wants it
   * @param query further parameters, unencoded
   * @param life at most seven days
   */
  URI sign(String method, URI object, Map<String, String> query, Instant now, Duration life) {
    String time = TIME.format(now);
    String scope = time.substring(0, 8) + "/" + region + "/s3/aws4_request";
    Map<String, String> all = new TreeMap<>();
    query.forEach((name, value) -> all.put(encode(name), encode(value)));
    all.put("X-Amz-Algorithm", ALGORITHM);
    all.put("X-Amz-Credential", encode(accessKey + "/" + scope));
    all.put("X-Amz-Date", time);
    all.put("X-Amz-Expires", Long.toString(life.toSeconds()));
    all.put("X-Amz-SignedHeaders", "host");
    String parameters =
        all.entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.joining("&"));
    String toSign =
        String.join(
            "\n", ALGORITHM, time, scope, Codes.sha256(canonical(method, object, parameters)));
    String signature = HexFormat.of().formatHex(hmac(key(scope), toSign));
    return URI.create(object + "?" + parameters + "&X-Amz-Signature=" + signature);
  }

  static String canonical(String method, URI object, String parameters) {
    return String.join(
        "\n",
        method,
        object.getRawPath(),
        parameters,
        "host:" + object.getRawAuthority(),
        "",
        "host",
        "UNSIGNED-PAYLOAD");
  }

  /** RFC 3986: everything but unreserved characters, in upper-case hexadecimal. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private byte[] key(String scope) {
    byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/")) {
      key = hmac(key, part);
    }
    return key;
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + HMAC, e);
    }
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "S3Signature[" + accessKey + ", " + region + "]";
  }
}
