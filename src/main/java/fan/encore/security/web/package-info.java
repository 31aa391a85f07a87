/**
 * Who is calling over HTTP: the authentication mechanism, the gate in front of personal pages, and
 * the pages of signing in and out.
 *
 * <p>Promises: every request of a page or the API has its {@link fan.encore.security.web.Caller};
 * the container's caller is named by the account's number and has the account's roles as groups, so
 * that {@code @RolesAllowed} works everywhere.
 *
 * <p>Invariants: an unsafe request to the API with the cookie must come from our own pages; after
 * signing in only paths of this site are redirected to; where the base address is https the cookie
 * is {@code __Host-} and secure.
 */
package fan.encore.security.web;
