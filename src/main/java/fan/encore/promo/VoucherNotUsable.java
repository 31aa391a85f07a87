package fan.encore.promo;

import fan.encore.shared.BusinessError;

/** The voucher is used, too old, in another currency, somebody else's, or there is none. */
public final class VoucherNotUsable extends BusinessError {
  public VoucherNotUsable() {
    super(Kind.CONFLICT, "promo.voucher_not_usable");
  }

  @Override
  public String field() {
    return "voucherCode";
  }
}
