package fan.encore.fairness;

/**
 * A key that signs checkpoints.
 *
 * @param seed the raw private key
 */
record SigningKey(NoteKey key, byte[] seed) {

  static SigningKey of(String name, byte[] seed) {
    return new SigningKey(NoteKey.ofLog(name, seed), seed);
  }

  /** Without the private half. */
  @Override
  public String toString() {
    return key.vkey();
  }
}
