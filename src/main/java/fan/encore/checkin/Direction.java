package fan.encore.checkin;

/** Which way somebody goes through the door. */
public enum Direction {
  /** Into the hall. */
  ENTRY,
  /** Out of the hall, perhaps to come back. */
  EXIT,
  /** Nobody goes: an earlier scan is taken back. Never asked for by a scan. */
  UNDO
}
