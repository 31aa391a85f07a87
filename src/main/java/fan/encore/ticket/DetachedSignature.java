package fan.encore.ticket;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;

/**
 * A detached signature as RFC 5652 (CMS, formerly PKCS#7) writes it: who signed, with which
 * certificates, and when; what was signed stays outside. Signed attributes are content type,
 * signing time and digest (section 11), the digest is SHA-256.
 */
final class DetachedSignature {

  private static final ASN1ObjectIdentifier DATA = oid("1.2.840.113549.1.7.1");
  private static final ASN1ObjectIdentifier SIGNED_DATA = oid("1.2.840.113549.1.7.2");
  private static final ASN1ObjectIdentifier CONTENT_TYPE = oid("1.2.840.113549.1.9.3");
  private static final ASN1ObjectIdentifier MESSAGE_DIGEST = oid("1.2.840.113549.1.9.4");
  private static final ASN1ObjectIdentifier SIGNING_TIME = oid("1.2.840.113549.1.9.5");
  private static final ASN1ObjectIdentifier SHA_256 = oid("2.16.840.1.101.3.4.2.1");
  private static final ASN1ObjectIdentifier RSA = oid("1.2.840.113549.1.1.1");
  private static final ASN1ObjectIdentifier ECDSA_SHA_256 = oid("1.2.840.10045.4.3.2");

  private DetachedSignature() {}

  /** The signature of the content, DER. */
  static byte[] of(byte[] content, PassKey key, Instant now) {
    try {
      DERSet attributes = attributes(MessageDigest.getInstance("SHA-256").digest(content), now);
      DERSequence signer =
          new DERSequence(
              list(
                  new ASN1Integer(1),
                  signedBy(key.certificate()),
                  algorithm(SHA_256),
                  new DERTaggedObject(false, 0, attributes),
                  key.key().getAlgorithm().equals("EC")
                      ? new DERSequence(ECDSA_SHA_256)
                      : algorithm(RSA),
                  new DEROctetString(sign(key, attributes.getEncoded("DER")))));
      DERSequence signedData =
          new DERSequence(
              list(
                  new ASN1Integer(1),
                  new DERSet(algorithm(SHA_256)),
                  new DERSequence(DATA),
                  new DERTaggedObject(false, 0, certificates(key)),
                  new DERSet(signer)));
      return new DERSequence(list(SIGNED_DATA, new DERTaggedObject(true, 0, signedData)))
          .getEncoded("DER");
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("The pass cannot be signed", e);
    }
  }

  private static DERSet attributes(byte[] digest, Instant now) {
    return new DERSet(
        list(
            attribute(CONTENT_TYPE, DATA),
            attribute(SIGNING_TIME, new DERUTCTime(Date.from(now))),
            attribute(MESSAGE_DIGEST, new DEROctetString(digest))));
  }

  private static DERSequence attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new DERSequence(list(type, new DERSet(value)));
  }

  private static DERSequence algorithm(ASN1ObjectIdentifier algorithm) {
    return new DERSequence(list(algorithm, DERNull.INSTANCE));
  }

  private static DERSequence signedBy(X509Certificate certificate) throws IOException {
    return new DERSequence(
        list(
            ASN1Primitive.fromByteArray(certificate.getIssuerX500Principal().getEncoded()),
            new ASN1Integer(certificate.getSerialNumber())));
  }

  private static DERSet certificates(PassKey key) throws IOException, GeneralSecurityException {
    ASN1EncodableVector all = new ASN1EncodableVector();
    for (X509Certificate certificate : key.chain()) {
      all.add(ASN1Primitive.fromByteArray(certificate.getEncoded()));
    }
    return new DERSet(all);
  }

  private static byte[] sign(PassKey key, byte[] attributes) throws GeneralSecurityException {
    String kind = key.key().getAlgorithm().equals("EC") ? "ECDSA" : "RSA";
    Signature signature = Signature.getInstance("SHA256with" + kind);
    signature.initSign(key.key());
    signature.update(attributes);
    return signature.sign();
  }

  private static ASN1EncodableVector list(ASN1Encodable... parts) {
    ASN1EncodableVector list = new ASN1EncodableVector(parts.length);
    for (ASN1Encodable part : parts) {
      list.add(part);
    }
    return list;
  }

  private static ASN1ObjectIdentifier oid(String dots) {
    return new ASN1ObjectIdentifier(dots);
  }
}
