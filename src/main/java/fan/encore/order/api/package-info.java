/** Reservations, orders and sales for programs. */
package fan.encore.order.api;
