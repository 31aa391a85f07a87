/** The waiting room for fans and organizers, and what answers those who wait. */
package fan.encore.waitingroom.web;
