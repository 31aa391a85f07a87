/** Pages of seats: choosing them for fans, drawing and using maps for organizers. */
package fan.encore.seat.web;
