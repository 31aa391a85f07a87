/** The diamond shop and the confirmation before paying. */
package fan.encore.shop.web;
