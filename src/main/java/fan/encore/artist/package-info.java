/**
 * The artists whom fans back: who they are and which account runs their studio.
 *
 * <p>Promises: a code that never changes and reads well in an address, a name, a picture, a
 * biography. What an artist offers (banners, events) belongs to those features; the artist's page
 * gathers it.
 *
 * <p>Announces and hears nothing. Invariants: codes are unique and never reused; the owner is an
 * account or nobody. Locks: none, an artist is written once.
 */
package fan.encore.artist;
