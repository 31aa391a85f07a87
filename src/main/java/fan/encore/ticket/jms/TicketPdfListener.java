package fan.encore.ticket.jms;

import fan.encore.messaging.BellListener;
import fan.encore.messaging.Queues;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.MessageListener;

/** Hears the bell of {@link Queues#TICKET_PDF}. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "destination", propertyValue = Queues.TICKET_PDF),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
    })
public class TicketPdfListener extends BellListener implements MessageListener {

  public TicketPdfListener() {
    super(Queues.TICKET_PDF);
  }
}
