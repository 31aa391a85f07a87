/**
 * The pages of finance: the list of business days, the report of one, its documents.
 *
 * <p>Promises: a page shows what the documents show, because both show one {@link
 * fan.encore.finance.DayReport}; a run is started here and goes on without the page.
 *
 * <p>Invariants: roles are asked by the services; nothing here computes a figure.
 */
package fan.encore.finance.web;
