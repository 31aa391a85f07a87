/**
 * What frames every page and belongs to no feature: the home page, the header's data, the choice of
 * language.
 *
 * <p>Promises: a choice of language is one GET link on every page, kept in the cookie {@code lang}
 * and obeyed by pages, mails and the API alike; the frame costs an anonymous visitor no query;
 * nothing is cached but public pages, for seconds, by caches that tell visitors without cookies
 * from all others.
 *
 * <p>Invariants: the language is English or Japanese; redirects stay on this site.
 *
 * <p>Locks: none.
 */
package fan.encore.app.web;
