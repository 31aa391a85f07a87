/** Packs and orders of diamonds, for programs. */
package fan.encore.shop.api;
