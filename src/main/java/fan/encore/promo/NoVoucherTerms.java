package fan.encore.promo;

import fan.encore.shared.BusinessError;

/** Nobody has said what vouchers of this item are worth. */
public final class NoVoucherTerms extends BusinessError {
  public NoVoucherTerms() {
    super(Kind.CONFLICT, "promo.no_voucher_terms");
  }
}
