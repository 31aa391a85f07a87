/** The page on which administrators read the audit trail. */
package fan.encore.audit.web;
