/** The inventory ledger for programs. */
package fan.encore.inventory.api;
