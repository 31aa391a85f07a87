/**
 * What fans can own, and how many copies of each thing a fan owns.
 *
 * <p>Promises: an {@link fan.encore.collection.Item} keeps its code, rarity, kind and worth in
 * medals for good, so that odds published about it stay true; whoever gives items to fans does so
 * through the SQL function {@code encore.grant_many}, which joins the transaction of its cause (a
 * draw, an exchange), so that nothing is paid for and not owned, or owned and not paid for. It
 * tells what duplicates are worth in medals; the caller grants those.
 *
 * <p>What is owned reaches its owner from here: files by links that end soon and are counted,
 * parcels by the list of its artist. Fans may give each other items that allow it, with the consent
 * of both, and show six of them. Where parcels go is in a table of its own, whose rows {@link
 * fan.encore.collection.ParcelAddresses} erases some weeks after the parcel left.
 *
 * <p>Announces and hears nothing.
 *
 * <p>Invariants: copies are never negative; one row per fan and item; of an item whose duplicates
 * become medals nobody has two.
 *
 * <p>Locks: a grant locks the fans' own rows in the order of accounts and items; nobody else's. A
 * copy that is delivered or promised is counted on its row, whose check lets none go twice.
 */
package fan.encore.collection;
