package fan.encore.ticket;

import fan.encore.account.Contacts;
import fan.encore.storage.Storage;
import fan.encore.storage.StoredFile;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the documents. The one of an order is stored once and made again only if it was lost;
 * drawing happens outside any transaction, so that no connection waits for it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TicketDocuments {

  private static final String PDF = "application/pdf";
  private static final Set<String> PRINTABLE = Set.of("image/png", "image/jpeg");

  @Inject private TicketReading reading;
  @Inject private Storage storage;
  @Inject private Contacts contacts;

  /** The storage key of an order's document. */
  static String key(String orderCode) {
    return "ticket/" + orderCode + ".pdf";
  }

  /**
   * The document with all valid tickets of an order.
   *
   * @throws TicketNotFound if the order has no valid ticket
   */
  public byte[] ofOrder(String orderCode) {
    Optional<StoredFile> stored = storage.get(key(orderCode));
    if (stored.isPresent()) {
      return stored.get().bytes();
    }
    TicketReading.Bundle bundle = bundle(orderCode);
    byte[] bytes = draw(bundle, bundle.sheets());
    storage.put(key(orderCode), PDF, bytes);
    return bytes;
  }

  /**
   * A document with one of the order's tickets, made for the moment.
   *
   * @throws TicketNotFound if it is not a valid ticket of the order
   */
  public byte[] ofTicket(String orderCode, String ticketCode) {
    TicketReading.Bundle bundle = bundle(orderCode);
    List<TicketSheet> one =
        bundle.sheets().stream().filter(sheet -> sheet.ticketCode().equals(ticketCode)).toList();
    if (one.isEmpty()) {
      throw new TicketNotFound();
    }
    return draw(bundle, one);
  }

  private TicketReading.Bundle bundle(String orderCode) {
    return reading.order(orderCode).orElseThrow(TicketNotFound::new);
  }

  private byte[] draw(TicketReading.Bundle bundle, List<TicketSheet> sheets) {
    return new TicketPdf(contacts.of(bundle.accountId()).locale(), picture(bundle.pictureKey()))
        .of(sheets);
  }

  private Optional<byte[]> picture(String key) {
    return Optional.ofNullable(key)
        .flatMap(storage::get)
        .filter(file -> PRINTABLE.contains(file.contentType()))
        .map(StoredFile::bytes);
  }
}
