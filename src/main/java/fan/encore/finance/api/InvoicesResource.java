package fan.encore.finance.api;

import fan.encore.app.api.Amount;
import fan.encore.finance.InvoiceBuyer;
import fan.encore.finance.InvoiceRow;
import fan.encore.finance.Invoices;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invoices and credit notes of my own orders. */
@Path("orders/{order}/invoices")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Orders")
public class InvoicesResource {

  @Inject private Invoices invoices;
  @Inject private Caller caller;

  /**
   * @param code what is printed on it
   * @param credit whether it is a credit note
   * @param amount in money; of a credit note what goes back
   */
  public record Invoice(
      String code, boolean credit, String order, Instant issuedAt, Amount amount) {
    static Invoice of(InvoiceRow row) {
      return new Invoice(
          row.code(), row.credit(), row.orderCode(), row.issuedAt(), Amount.of(row.amount()));
    }
  }

  @GET
  @Operation(summary = "The invoice and credit notes of an order of my own")
  public List<Invoice> mine(@PathParam("order") String order) {
    return invoices.of(caller.id(), order).stream().map(Invoice::of).toList();
  }

  @POST
  @Operation(summary = "Writes the invoice of my paid order, once")
  @APIResponse(responseCode = "201", description = "The invoice and credit notes of the order")
  public Response issue(@PathParam("order") String order, @NotNull InvoiceBuyer buyer) {
    invoices.issue(caller.id(), order, buyer);
    return Response.status(Response.Status.CREATED).entity(mine(order)).build();
  }
}
