package fan.encore.ticket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.ldap.LdapName;

/**
 * The key that signs Apple's passes, with its certificate and those that vouch for it. The
 * certificate names what Apple calls pass type (UID) and team (OU).
 *
 * @param chain the signer's certificate first
 */
record PassKey(PrivateKey key, List<X509Certificate> chain) {

  private static final Pattern UID =
      Pattern.compile("(?:^|,)\\s*(?:UID|OID\\.0\\.9\\.2342\\.19200300\\.100\\.1\\.1)=([^,]+)");

  PassKey {
    chain = List.copyOf(chain);
  }

  /**
   * @param pkcs12 a PKCS#12 file in base64: key, certificate, and Apple's intermediate certificate
   * @throws IllegalArgumentException if it cannot be opened or has no key
   */
  static PassKey of(String pkcs12, String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      char[] secret = password.toCharArray();
      store.load(new ByteArrayInputStream(Base64.getMimeDecoder().decode(pkcs12)), secret);
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          return new PassKey((PrivateKey) store.getKey(alias, secret), certificates(store, alias));
        }
      }
      throw new IllegalArgumentException("No key in the PKCS#12 file");
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalArgumentException("The PKCS#12 file cannot be opened", unreadable);
    }
  }

  private static List<X509Certificate> certificates(KeyStore store, String alias)
      throws GeneralSecurityException {
    List<X509Certificate> found = new ArrayList<>();
    for (Certificate one : store.getCertificateChain(alias)) {
      found.add((X509Certificate) one);
    }
    for (String other : Collections.list(store.aliases())) {
      if (store.isCertificateEntry(other)
          && store.getCertificate(other) instanceof X509Certificate certificate
          && !found.contains(certificate)) {
        found.add(certificate);
      }
    }
    return found;
  }

  X509Certificate certificate() {
    return chain.get(0);
  }

  /** Apple's pass type identifier, such as {@code pass.fan.encore}. */
  String passType() {
    Matcher uid = UID.matcher(certificate().getSubjectX500Principal().getName("RFC1779"));
    return uid.find() ? uid.group(1).strip() : "";
  }

  /** Apple's team identifier. */
  String team() {
    try {
      LdapName name = new LdapName(certificate().getSubjectX500Principal().getName());
      return name.getRdns().stream()
          .filter(part -> part.getType().equalsIgnoreCase("OU"))
          .map(part -> String.valueOf(part.getValue()))
          .findFirst()
          .orElse("");
    } catch (javax.naming.InvalidNameException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** True for the kinds of keys that {@link DetachedSignature} knows. */
  boolean usable() {
    return Arrays.asList("RSA", "EC").contains(key.getAlgorithm());
  }
}
