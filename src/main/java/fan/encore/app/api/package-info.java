/**
 * What every answer of the API shares: errors as problems (RFC 9457). Invariant: no answer carries
 * a stack trace, a class name or SQL.
 */
package fan.encore.app.api;
