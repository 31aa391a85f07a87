/**
 * What pages of every feature share and no feature owns: the texts, the formats and the lazy table,
 * as the tag library and page beans use them.
 *
 * <p>Promises: no domain word; nothing here asks a service or the database, everything follows from
 * the view's locale and the values given.
 *
 * <p>Invariants: texts come from {@link fan.encore.shared.Texts}; times are shown in the zone of
 * what they are about, else in {@code ENCORE_BUSINESS_ZONE}.
 *
 * <p>Locks: none.
 */
package fan.encore.shared.web;
