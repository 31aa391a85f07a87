/** Events for programs: the public list and page, and the organizer's studio. */
package fan.encore.event.api;
