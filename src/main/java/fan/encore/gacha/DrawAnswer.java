package fan.encore.gacha;

import fan.encore.shared.BusinessError;

/**
 * What became of a wish: a new receipt, the code of the draw that its key made before, or a
 * refusal. The other two are null.
 */
record DrawAnswer(DrawReceipt receipt, String earlier, BusinessError refusal) {

  static DrawAnswer drawn(DrawReceipt receipt) {
    return new DrawAnswer(receipt, null, null);
  }

  static DrawAnswer earlier(String code) {
    return new DrawAnswer(null, code, null);
  }

  static DrawAnswer refused(BusinessError refusal) {
    return new DrawAnswer(null, null, refusal);
  }
}
