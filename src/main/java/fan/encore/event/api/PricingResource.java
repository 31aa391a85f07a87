package fan.encore.event.api;

import fan.encore.app.api.Amount;
import fan.encore.event.FeeDraft;
import fan.encore.event.FeeRule;
import fan.encore.event.PriceRules;
import fan.encore.event.TaxDraft;
import fan.encore.event.TypePrice;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Fees and taxes of an event. */
@Path("studio/events/{slug}/pricing")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class PricingResource {

  @Inject private PriceRules rules;
  @Inject private Caller caller;

  /**
   * How a ticket is priced: gross = price + tax if it is added, fanPays = gross + fanFee,
   * organizerGets = gross − organizerFee.
   *
   * @param taxBasisPoints hundredths of a per cent
   * @param tax the tax in gross
   */
  public record TicketPricing(
      String ticketType,
      String name,
      Amount price,
      int taxBasisPoints,
      boolean taxIncluded,
      Amount gross,
      Amount tax,
      FeeRule fee,
      Amount fanFee,
      Amount organizerFee,
      Amount fanPays,
      Amount organizerGets) {
    static TicketPricing of(TypePrice type) {
      return new TicketPricing(
          type.ticketType(),
          type.name(),
          Amount.of(type.price()),
          type.tax().rateBasisPoints(),
          type.tax().included(),
          Amount.of(type.gross()),
          Amount.of(type.taxed()),
          type.fee(),
          Amount.of(type.fanFee()),
          Amount.of(type.organizerFee()),
          Amount.of(type.fanPays()),
          Amount.of(type.organizerGets()));
    }
  }

  @GET
  @Operation(summary = "How the tickets of one of my events are priced, step by step")
  public List<TicketPricing> pricing(@PathParam("slug") String slug) {
    return rules.of(caller.id(), slug).stream().map(TicketPricing::of).toList();
  }

  @PUT
  @Path("tax")
  @Operation(summary = "Says which tax is in the prices of my event, or of one ticket type")
  public List<TicketPricing> setTax(
      @PathParam("slug") String slug, @QueryParam("type") String type, @NotNull TaxDraft draft) {
    rules.setTax(caller.id(), slug, type, draft);
    return pricing(slug);
  }

  @DELETE
  @Path("tax")
  @Operation(summary = "Forgets the own tax of the event or the ticket type")
  public List<TicketPricing> endTax(
      @PathParam("slug") String slug, @QueryParam("type") String type) {
    rules.endTax(caller.id(), slug, type);
    return pricing(slug);
  }

  @PUT
  @Path("fee")
  @Operation(summary = "Says what the service costs for an event or ticket type; administrators")
  public List<TicketPricing> setFee(
      @PathParam("slug") String slug, @QueryParam("type") String type, @NotNull FeeDraft draft) {
    rules.setFee(caller.id(), slug, type, draft);
    return pricing(slug);
  }

  @DELETE
  @Path("fee")
  @Operation(summary = "Forgets the own fee of the event or the ticket type; administrators")
  public List<TicketPricing> endFee(
      @PathParam("slug") String slug, @QueryParam("type") String type) {
    rules.endFee(caller.id(), slug, type);
    return pricing(slug);
  }
}
