/** The pages on which tickets change hands. */
package fan.encore.transfer.web;
