/** Pages of events: the search and the event for everybody, the studio for organizers. */
package fan.encore.event.web;
