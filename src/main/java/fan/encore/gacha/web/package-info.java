/**
 * The pages around the draw: banners with their odds, the draw with its reveal, history and
 * receipts; for administrators all banners.
 */
package fan.encore.gacha.web;
