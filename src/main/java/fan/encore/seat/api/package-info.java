/** Seat maps and seats for programs: what fans choose from, and the organizer's studio. */
package fan.encore.seat.api;
