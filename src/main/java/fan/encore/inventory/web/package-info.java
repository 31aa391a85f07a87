/** The inventory ledger for everybody with a browser. */
package fan.encore.inventory.web;
