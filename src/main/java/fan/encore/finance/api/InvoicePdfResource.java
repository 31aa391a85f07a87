package fan.encore.finance.api;

import fan.encore.finance.Invoices;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invoices and credit notes on paper. */
@Path("invoices/{code}/pdf")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Orders")
public class InvoicePdfResource {

  @Inject private Invoices invoices;
  @Inject private Caller caller;

  @GET
  @Produces("application/pdf")
  @Operation(summary = "An invoice or credit note on paper")
  public Response pdf(@PathParam("code") String code) {
    byte[] bytes = invoices.pdf(caller.id(), code, caller.locale()).bytes();
    return Response.ok(bytes)
        .header("Content-Disposition", "attachment; filename=\"" + code + ".pdf\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
