/**
 * Registration and tokens over the API; {@code login} gives programs what the sign-in page gives
 * browsers.
 */
package fan.encore.security.api;
