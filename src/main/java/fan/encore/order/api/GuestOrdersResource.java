package fan.encore.order.api;

import fan.encore.order.GuestOrders;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was bought without an account, and how it comes into one. */
@Path("guest-orders")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class GuestOrdersResource {

  @Inject private GuestOrders orders;
  @Inject private Caller caller;

  /**
   * @param orders so many
   */
  public record Count(long orders) {}

  /**
   * @param pass the part {@code pass} of the link in a guest's mail, or null
   */
  public record Take(String pass) {
    @Override
    public String toString() {
      return "Take[]";
    }
  }

  /**
   * @param pass the part {@code pass} of the link in her mail
   * @param password 8 to 128 characters
   */
  public record Keep(String pass, String password) {
    @Override
    public String toString() {
      return "Keep[]";
    }
  }

  @GET
  @SecurityRequirement(name = "bearer")
  @Operation(summary = "How many orders guests made with my address")
  public Count waiting() {
    return new Count(orders.waiting(caller.id(), null));
  }

  @POST
  @SecurityRequirement(name = "bearer")
  @Operation(
      summary = "Move them into my account, and those of the guest whose mail I show",
      description = "Tickets keep their codes. Answers how many orders moved.")
  public Count take(Take wanted) {
    return new Count(orders.take(caller.id(), wanted == null ? null : wanted.pass()));
  }

  @POST
  @Path("account")
  @Operation(summary = "Open an account for a guest who was reached by mail, with her orders in it")
  public Response keep(@NotNull Keep wanted) {
    orders.keep(wanted.pass(), wanted.password());
    return Response.status(Response.Status.CREATED).build();
  }
}
