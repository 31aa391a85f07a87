package fan.encore.account;

/** What an account may do. Names are those of {@link Roles}. */
public enum Role {
  /** Everybody who registers. */
  FAN,
  ARTIST,
  ORGANIZER,
  FINANCE,
  ADMIN,
  /** The server itself: timers, listeners, batch. Never granted to an account. */
  SYSTEM
}
