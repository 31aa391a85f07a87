/** A fan's collection for programs. */
package fan.encore.collection.api;
