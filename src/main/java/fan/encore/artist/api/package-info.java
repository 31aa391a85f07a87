/** The artists for programs. */
package fan.encore.artist.api;
