package fan.encore.analytics.api;

import fan.encore.analytics.LiveFigures;
import fan.encore.analytics.LiveSales;
import fan.encore.app.api.Amount;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How an event sells while it sells. */
@Path("studio/events/{slug}/live")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class LiveResource {

  @Inject private LiveSales sales;
  @Inject private Caller caller;

  /** An hour of the event's zone. */
  public record LiveHour(LocalDateTime hour, long orders, Amount revenue) {
    static LiveHour of(LiveFigures.Hour hour) {
      return new LiveHour(hour.hour(), hour.orders(), Amount.of(hour.revenue()));
    }
  }

  /** A day of the event's zone. */
  public record LiveDay(LocalDate day, long orders, Amount revenue) {
    static LiveDay of(LiveFigures.Day day) {
      return new LiveDay(day.day(), day.orders(), Amount.of(day.revenue()));
    }
  }

  /** A promo code in use. */
  public record LivePromo(String code, long uses, Amount spent) {
    static LivePromo of(LiveFigures.Promo promo) {
      return new LivePromo(promo.code(), promo.uses(), Amount.of(promo.spent()));
    }
  }

  /**
   * @param at when the figures were read
   * @param orders paid ones
   * @param open orders that wait for their payment
   * @param conversion of the tickets whose hold came to an end, how many per cent were bought
   * @param hours the last 24, the earliest first
   * @param room null where the event has no waiting room
   */
  public record Live(
      Instant at,
      String event,
      List<LiveFigures.LiveType> types,
      long orders,
      long open,
      Amount revenue,
      Amount fees,
      long refunds,
      Amount refunded,
      long conversion,
      List<LiveHour> hours,
      List<LiveDay> days,
      List<LivePromo> promoCodes,
      LiveFigures.LiveDoor door,
      LiveFigures.LiveWaiting waitingList,
      LiveFigures.LiveRoom room) {
    static Live of(LiveFigures figures) {
      LiveFigures.Now now = figures.now();
      LiveFigures.Sales sold = figures.sales();
      return new Live(
          now.at(),
          now.slug(),
          now.types(),
          sold.orders(),
          sold.open(),
          Amount.of(sold.revenue()),
          Amount.of(sold.fees()),
          sold.refunds(),
          Amount.of(sold.refunded()),
          sold.conversion(),
          sold.hours().stream().map(LiveHour::of).toList(),
          sold.days().stream().map(LiveDay::of).toList(),
          sold.promos().stream().map(LivePromo::of).toList(),
          now.door(),
          now.waiting(),
          now.room());
    }
  }

  @GET
  @Operation(
      summary = "How my event sells right now",
      description =
          "A node reads the figures again after 1.5 seconds, or later where it takes long.")
  public Live live(@PathParam("slug") String slug) {
    return Live.of(sales.of(caller.id(), slug));
  }
}
