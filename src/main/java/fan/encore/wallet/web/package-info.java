/** The page with a fan's diamonds and their history. */
package fan.encore.wallet.web;
