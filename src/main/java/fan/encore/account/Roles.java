package fan.encore.account;

/** The names of the roles, for {@code @RolesAllowed}; see {@link Role}. */
public final class Roles {

  public static final String FAN = "FAN";
  public static final String ARTIST = "ARTIST";
  public static final String ORGANIZER = "ORGANIZER";
  public static final String FINANCE = "FINANCE";
  public static final String ADMIN = "ADMIN";
  public static final String SYSTEM = "SYSTEM";

  /**
   * Whoever was invited to an event's team. The role ORGANIZER includes crews, because what
   * somebody may do at an event is asked event by event; no account is given this one.
   */
  public static final String CREW = "CREW";

  /** An organizer in her own right, who makes events and teams: ORGANIZER without crews. */
  public static final String HOST = "HOST";

  /** A device at a door; no account has it. */
  public static final String GATE = "GATE";

  /** Who buys without an account, recognised by a pass of her own; no account has it. */
  public static final String GUEST = "GUEST";

  private Roles() {}
}
