package fan.encore.finance.api;

import fan.encore.finance.InvoiceBuyer;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invoices and credit notes of the orders of my events. */
@Path("studio/orders/{order}/invoices")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Orders")
public class StudioInvoicesResource {

  @Inject private Invoices invoices;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "The invoice and credit notes of an order of my events")
  public List<InvoicesResource.Invoice> ofBuyer(@PathParam("order") String order) {
    return invoices.ofBuyer(caller.id(), order).stream().map(InvoicesResource.Invoice::of).toList();
  }

  @POST
  @Operation(summary = "Writes the invoice of a paid order of my events, once")
  @APIResponse(responseCode = "201", description = "The invoice and credit notes of the order")
  public Response issueForBuyer(@PathParam("order") String order, @NotNull InvoiceBuyer buyer) {
    invoices.issueForBuyer(caller.id(), order, buyer);
    return Response.status(Response.Status.CREATED).entity(ofBuyer(order)).build();
  }
}
