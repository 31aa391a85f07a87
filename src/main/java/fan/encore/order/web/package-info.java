/** Pages of orders: checkout and orders for fans, sales for organizers, the list for all orders. */
package fan.encore.order.web;
