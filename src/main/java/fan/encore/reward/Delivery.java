package fan.encore.reward;

import fan.encore.account.Roles;
import fan.encore.collection.Item;
import fan.encore.collection.ItemKind;
import fan.encore.collection.PostalAddress;
import fan.encore.collection.Shipments;
import fan.encore.promo.Vouchers;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;

/**
 * Brings copies to their owners by kind: parcels and vouchers once for each copy. All other kinds
 * are in the collection already, and digital ones are downloaded from there.
 */
@Stateless
public class Delivery {

  private record Copy(long itemId, ItemKind kind, String name) {}

  @Inject private Sql sql;
  @Inject private Shipments shipments;
  @Inject private Vouchers vouchers;

  /** For the container. */
  public Delivery() {}

  /** Outside the server. */
  public Delivery(Sql sql, Shipments shipments, Vouchers vouchers) {
    this.sql = sql;
    this.shipments = shipments;
    this.vouchers = vouchers;
  }

  /**
   * Delivers a copy of something that was drawn: a parcel or a voucher.
   *
   * @param address for what is sent by post, else null
   * @throws NothingToClaim if no copy waits, or the kind is not delivered
   * @throws AddressNeeded if it is sent by post and there is no address
   */
  @RolesAllowed(Roles.FAN)
  public void claim(long accountId, String itemCode, @Valid PostalAddress address) {
    Copy copy =
        sql.first(
                "select i.id, i.kind, i.name from encore.item i where i.code = ?",
                row ->
                    new Copy(row.getLong(1), ItemKind.valueOf(row.getString(2)), row.getString(3)),
                itemCode)
            .filter(found -> delivered(found.kind()))
            .orElseThrow(NothingToClaim::new);
    deliver(accountId, copy, 1, "claim", address);
  }

  /**
   * Delivers what a reward gives, in the redemption's transaction.
   *
   * @param cause code of the redemption
   * @throws AddressNeeded if it is sent by post and there is no address
   */
  @PermitAll
  public void deliver(
      long accountId, Item item, ItemKind kind, int quantity, String cause, PostalAddress address) {
    if (delivered(kind)) {
      deliver(accountId, new Copy(item.id(), kind, item.name()), quantity, cause, address);
    }
  }

  private void deliver(
      long accountId, Copy copy, int quantity, String cause, PostalAddress address) {
    if (copy.kind() == ItemKind.PHYSICAL && address == null) {
      throw new AddressNeeded();
    }
    int claimed =
        sql.update(
            "update encore.collected_item set claimed = claimed + ?"
                + " where account_id = ? and item_id = ? and copies - claimed - promised >= ?",
            quantity,
            accountId,
            copy.itemId(),
            quantity);
    if (claimed == 0) {
      throw new NothingToClaim();
    }
    if (copy.kind() == ItemKind.PHYSICAL) {
      shipments.request(accountId, copy.itemId(), quantity, cause, address);
      return;
    }
    for (int n = 0; n < quantity; n++) {
      vouchers.issue(accountId, copy.itemId(), copy.name(), cause);
    }
  }

  private static boolean delivered(ItemKind kind) {
    return kind == ItemKind.PHYSICAL || kind == ItemKind.VOUCHER;
  }
}
