/**
 * The few classes that may know everybody: migrations, the timetable, the SYSTEM entrance, demo
 * data, the REST application with its error answers, the headers of every answer.
 *
 * <p>Promises: nothing runs before the database is migrated; whatever nobody signed in starts
 * (timers, listeners, batch, webhooks) enters through {@link fan.encore.app.SystemEntrance} and so
 * carries the role SYSTEM.
 *
 * <p>Invariants: no answer leaves without security headers, no error without a problem or a page.
 */
package fan.encore.app;
