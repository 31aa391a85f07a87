package fan.encore.reward.web;

import fan.encore.collection.ShipmentRow;
import fan.encore.collection.Shipments;
import fan.encore.promo.VoucherRow;
import fan.encore.promo.Vouchers;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** What is on its way to a fan, and her vouchers. */
@Named
@RequestScoped
public class DeliveriesPage {

  @Inject private Shipments shipments;
  @Inject private Vouchers vouchers;
  @Inject private Caller caller;

  private List<ShipmentRow> parcels;
  private List<VoucherRow> owned;

  public void load() {
    parcels = shipments.of(caller.id());
    owned = vouchers.of(caller.id());
  }

  public List<ShipmentRow> getParcels() {
    return parcels;
  }

  public List<VoucherRow> getVouchers() {
    return owned;
  }

  public boolean usable(VoucherRow voucher) {
    return voucher.usable(Instant.now());
  }
}
