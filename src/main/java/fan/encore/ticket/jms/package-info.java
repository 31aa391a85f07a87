/** Hears the bell of the documents' queue; the work is {@link fan.encore.ticket.TicketPdfWork}. */
package fan.encore.ticket.jms;
