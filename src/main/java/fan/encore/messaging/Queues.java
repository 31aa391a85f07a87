package fan.encore.messaging;

/** One queue per kind of work. */
public final class Queues {

  public static final String MAIL = "encore.mail";
  public static final String SMS = "encore.sms";
  public static final String TICKET_PDF = "encore.ticket-pdf";

  private Queues() {}
}
