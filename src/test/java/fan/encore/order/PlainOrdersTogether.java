package fan.encore.order;

import fan.encore.local.PlainTransactions;
import java.util.List;
import java.util.Optional;

/** Orders of many in the one transaction that the container would make. */
final class PlainOrdersTogether extends PlainOrders {

  private final PlainTransactions transactions;
  private final PlainOrders orders;

  PlainOrdersTogether(PlainTransactions transactions, PlainOrders orders) {
    this.transactions = transactions;
    this.orders = orders;
  }

  @Override
  public List<Optional<Receivable>> place(List<SaleDesk.Wish> wishes) {
    try {
      return transactions.call(() -> orders.place(wishes));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
