/** Banners and draws for programs. */
package fan.encore.gacha.api;
