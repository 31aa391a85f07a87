package fan.encore.finance.web;

import fan.encore.finance.InvoiceBuyer;
import fan.encore.finance.InvoiceRow;
import fan.encore.finance.Invoices;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The part of an order's page that shows its invoices: the buyer's and the organizer's page. */
@Named
@ViewScoped
public class OrderInvoicesPage implements Serializable {

  @Inject private Invoices invoices;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private List<InvoiceRow> rows;
  private String name;
  private String address;

  /** The documents of an order. */
  public List<InvoiceRow> rows(String orderCode, boolean desk) {
    if (rows == null) {
      rows = desk ? invoices.ofBuyer(caller.id(), orderCode) : invoices.of(caller.id(), orderCode);
    }
    return rows;
  }

  /** Writes the invoice and shows the page again. */
  public void issue(String orderCode, boolean desk) {
    InvoiceBuyer buyer = new InvoiceBuyer(name, address);
    if (desk) {
      invoices.issueForBuyer(caller.id(), orderCode, buyer);
      browser.goTo("/studio/order?code=" + orderCode);
    } else {
      invoices.issue(caller.id(), orderCode, buyer);
      browser.goTo("/my/order?code=" + orderCode);
    }
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }
}
