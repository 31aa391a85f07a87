package fan.encore.order.api;

import fan.encore.app.api.Amount;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.order.Sales;
import fan.encore.order.SalesFigures;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How an organizer's event sells. */
@Path("studio/events/{slug}/sales")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class SalesResource {

  @Inject private Sales sales;
  @Inject private Caller caller;

  /** free + held + sold = capacity. */
  @Schema(name = "SalesOfType")
  public record Type(String code, String name, int capacity, int free, int held, int sold) {
    static Type of(TypeDetail type) {
      return new Type(
          type.code(), type.name(), type.capacity(), type.free(), type.held(), type.sold());
    }
  }

  /** A day of the venue; revenue without the service fee. */
  @Schema(name = "SalesDay")
  public record Day(LocalDate day, long orders, long tickets, Amount revenue) {
    static Day of(SalesFigures.Day day) {
      return new Day(day.day(), day.orders(), day.tickets(), Amount.of(day.revenue()));
    }
  }

  /**
   * @param orders paid ones
   * @param tickets their price without the service fee
   * @param refunded what went back of these orders
   */
  @Schema(name = "SalesFigures")
  public record Figures(
      String event,
      long orders,
      Amount tickets,
      Amount fees,
      Amount refunded,
      List<Type> types,
      List<Day> days) {
    static Figures of(SalesFigures sold) {
      return new Figures(
          sold.event().slug(),
          sold.orders(),
          Amount.of(sold.tickets()),
          Amount.of(sold.fees()),
          Amount.of(sold.refunded()),
          sold.event().types().stream().map(Type::of).toList(),
          sold.days().stream().map(Day::of).toList());
    }
  }

  @GET
  @Operation(summary = "Orders, tickets and revenue of one of my events")
  public Figures sales(@PathParam("slug") String slug) {
    return Figures.of(sales.of(caller.id(), slug));
  }
}
