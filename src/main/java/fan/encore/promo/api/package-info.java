/** Promo codes for organizers' programs. */
package fan.encore.promo.api;
