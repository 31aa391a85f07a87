package fan.encore.account;

/** The names of the roles, for {@code @RolesAllowed}; see {@link Role}. */
public final class Roles {

  public static final String FAN = "FAN";
  public static final String ARTIST = "ARTIST";
  public static final String ORGANIZER = "ORGANIZER";
  public static final String FINANCE = "FINANCE";
  public static final String ADMIN = "ADMIN";
  public static final String SYSTEM = "SYSTEM";

  private Roles() {}
}
