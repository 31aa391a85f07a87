package fan.encore.shop;

import fan.encore.shared.BusinessError;

/** There is no such pack on sale in that currency. */
public final class NoSuchPack extends BusinessError {
  public NoSuchPack() {
    super(Kind.NOT_FOUND, "shop.no_such_pack");
  }
}
