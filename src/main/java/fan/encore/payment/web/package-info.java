/** The page a buyer returns to, and the administrators' table of payments. */
package fan.encore.payment.web;
