/** Serves public files at {@code /media/}, with caching and without letting them do anything. */
package fan.encore.storage.web;
