package fan.encore.ticket;

/**
 * A document to hand out.
 *
 * @param name a file name
 * @param bytes a PDF
 */
public record TicketFile(String name, byte[] bytes) {}
