/** The caller's own account over the API. */
package fan.encore.account.api;
