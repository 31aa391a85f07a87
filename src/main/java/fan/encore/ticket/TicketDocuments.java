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

  static final String PDF = "application/pdf";
  private static final Set<String> PRINTABLE = Set.of("image/png", "image/jpeg");

  @Inject private TicketReading reading;
  @Inject private Storage storage;
  @Inject private Contacts contacts;

  /** The storage key of an order's document. */
  static String key(String orderCode) {
    return "ticket/" + orderCode + ".pdf";
  }

  /**
   * The document with all valid tickets of an order that are still its buyer's.
   *
   * @throws TicketNotFound if there is no such ticket
   */
  public byte[] ofOrder(String orderCode) {
    Optional<StoredFile> stored = storage.get(key(orderCode));
    return stored.isPresent() ? stored.get().bytes() : make(orderCode, bundle(orderCode, null));
  }

  /**
   * As {@link #ofOrder}, always made anew and not kept.
   *
   * @throws TicketNotFound if there is no such ticket
   */
  public byte[] drawn(String orderCode) {
    TicketReading.Bundle bundle = bundle(orderCode, null);
    return draw(bundle, bundle.sheets());
  }

  /**
   * The document with a fan's own tickets of an order; made for the moment when they are not those
   * that were sold any more.
   *
   * @throws TicketNotFound if she has no valid ticket of it
   */
  public byte[] ofOwner(String orderCode, long accountId) {
    TicketReading.Bundle bundle = bundle(orderCode, accountId);
    if (!bundle.asSold()) {
      return draw(bundle, bundle.sheets());
    }
    Optional<StoredFile> stored = storage.get(key(orderCode));
    return stored.isPresent() ? stored.get().bytes() : make(orderCode, bundle);
  }

  private byte[] make(String orderCode, TicketReading.Bundle bundle) {
    byte[] bytes = draw(bundle, bundle.sheets());
    storage.put(key(orderCode), PDF, bytes);
    return bytes;
  }

  /**
   * A document with one of the fan's tickets of the order, made for the moment.
   *
   * @throws TicketNotFound if it is not a valid ticket of hers
   */
  public byte[] ofTicket(String orderCode, String ticketCode, long accountId) {
    TicketReading.Bundle bundle = bundle(orderCode, accountId);
    List<TicketSheet> one =
        bundle.sheets().stream().filter(sheet -> sheet.ticketCode().equals(ticketCode)).toList();
    if (one.isEmpty()) {
      throw new TicketNotFound();
    }
    return draw(bundle, one);
  }

  private TicketReading.Bundle bundle(String orderCode, Long accountId) {
    return reading.order(orderCode, accountId).orElseThrow(TicketNotFound::new);
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
