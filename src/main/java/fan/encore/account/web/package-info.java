/** Pages of registration, confirmation and profile, and the administrator's list of accounts. */
package fan.encore.account.web;
