/** The artists' public pages: the list, and the page that gathers what an artist offers. */
package fan.encore.artist.web;
