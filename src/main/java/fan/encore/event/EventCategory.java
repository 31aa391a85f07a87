package fan.encore.event;

/** What kind of evening it is; the names are the filter of the search and of the API. */
public enum EventCategory {
  CONCERT,
  FESTIVAL,
  CLUB,
  FAN_MEETING,
  THEATRE,
  CLASSICAL
}
