package fan.encore.security;

/**
 * What a program signs in with.
 *
 * @param accessToken for the header {@code Authorization: Bearer}
 * @param expiresInSeconds life of the access token
 * @param refreshToken good for one exchange
 */
public record TokenPair(String accessToken, long expiresInSeconds, String refreshToken) {

  @Override
  public String toString() {
    return "TokenPair[]";
  }
}
