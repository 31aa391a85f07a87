package fan.encore.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class Argon2idTest {

  @Test
  void itComputesTheVectorOfRfc9106() {
    Argon2Parameters parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .withSalt(repeated(2, 16))
            .withSecret(repeated(3, 8))
            .withAdditional(repeated(4, 12))
            .build();
    assertEquals(
        "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
        HexFormat.of().formatHex(Argon2id.derive(repeated(1, 32), parameters, 32)));
  }

  @Test
  void aHashSaysItsParametersAndHasASaltOfItsOwn() {
    String hash = Argon2id.hash("correct horse");
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    assertNotEquals(hash, Argon2id.hash("correct horse"));
    assertTrue(Argon2id.matches("correct horse", hash));
    assertFalse(Argon2id.matches("Correct horse", hash));
  }

  @Test
  void anOldHashIsCheckedWithItsOwnParameters() {
    // made by the reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p
    // 1
    assertTrue(
        Argon2id.matches(
            "password",
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
  }

  @Test
  void anythingElseIsNotAHash() {
    assertThrows(IllegalArgumentException.class, () -> Argon2id.matches("x", "$2b$10$abc"));
  }

  private static byte[] repeated(int value, int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
