/** The studio page of an event's promo codes and their file. */
package fan.encore.promo.web;
