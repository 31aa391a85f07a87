package fan.encore.order.web;

import fan.encore.admin.web.Bars;
import fan.encore.admin.web.LazyRows;
import fan.encore.order.OrderRow;
import fan.encore.order.Orders;
import fan.encore.order.Sales;
import fan.encore.order.SalesFigures;
import fan.encore.security.web.Caller;
import fan.encore.shared.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** How one event sells, in numbers, as a chart and order by order. */
@Named
@ViewScoped
public class SalesPage implements Serializable {

  @Inject private Sales sales;
  @Inject private Orders orders;
  @Inject private Caller caller;

  private String slug;
  private SalesFigures figures;
  private LazyRows<OrderRow> rows;

  public void open() {
    figures = sales.of(caller.id(), slug);
    rows = new LazyRows<>(query -> orders.ofEvent(caller.id(), slug, query), OrderRow::code);
  }

  /** Revenue per day for Chart.js. */
  public String getChart() {
    String currency = figures.event().currency();
    Bars bars = new Bars(Texts.get(caller.locale(), "order.sales.revenue") + " " + currency);
    for (SalesFigures.Day day : figures.days()) {
      bars.add(day.day().toString(), day.revenue().major());
    }
    return bars.json();
  }

  public SalesFigures getFigures() {
    return figures;
  }

  public LazyRows<OrderRow> getRows() {
    return rows;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }
}
