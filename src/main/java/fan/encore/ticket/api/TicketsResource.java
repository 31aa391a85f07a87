package fan.encore.ticket.api;

import fan.encore.app.api.Paged;
import fan.encore.seat.HeldSeat;
import fan.encore.security.web.Caller;
import fan.encore.shared.Slice;
import fan.encore.ticket.TicketFile;
import fan.encore.ticket.TicketRow;
import fan.encore.ticket.TicketSeal;
import fan.encore.ticket.TicketStatus;
import fan.encore.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's tickets. */
@Path("tickets")
@ApplicationScoped
@Tag(name = "Tickets")
@SecurityRequirement(name = "bearer")
public class TicketsResource {

  @Inject private Tickets tickets;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * @param zone the event's time zone (IANA)
   * @param checkedInAt when its holder was let in, or null
   * @param seat where its holder sits, or null
   * @param qr what the QR code must say, or null for a cancelled ticket
   * @param pdfReady whether the document was made already; asking for it earlier makes it
   */
  public record TicketView(
      String code,
      TicketStatus status,
      String order,
      String event,
      String title,
      Instant startsAt,
      String zone,
      String venue,
      String city,
      String type,
      HeldSeat seat,
      String holder,
      Instant checkedInAt,
      String qr,
      boolean pdfReady) {
    static TicketView of(TicketRow row) {
      return new TicketView(
          row.code(),
          row.status(),
          row.orderCode(),
          row.eventSlug(),
          row.eventTitle(),
          row.startsAt(),
          row.zone().getId(),
          row.venue(),
          row.city(),
          row.type(),
          row.seat(),
          row.holder(),
          row.checkedInAt(),
          row.status() == TicketStatus.CANCELLED ? null : row.qr(),
          row.documentReady());
    }
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "My tickets: coming events first, then the past from the newest")
  public Response mine(
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("20") int size,
      @Context UriInfo uri) {
    int rows = Math.min(200, Math.max(1, size));
    int current = Math.max(0, page);
    Slice<TicketRow> slice = tickets.of(caller.id(), current, rows);
    return Paged.answer(uri, slice, current, rows, TicketView::of);
  }

  /**
   * @param head beginning of each code
   * @param signature end of each code
   * @param secret key of the MAC in base 64
   * @param windowSeconds how long a code is shown
   * @param now the server's time, by which the windows count
   */
  public record TicketPass(
      String head, String signature, String secret, int windowSeconds, Instant now) {}

  @GET
  @Path("{code}/pass")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "What a telephone needs to show a ticket's rotating code by itself",
      description =
          "The code of a moment is head.window.mac.signature: the window counts windowSeconds since 1970, the"
              + " mac is the first 10 bytes of HMAC-SHA-256 over the window in decimal, in Crockford's base 32.")
  public TicketPass pass(@PathParam("code") String code) {
    TicketSeal.Pass pass = tickets.pass(caller.id(), code);
    return new TicketPass(
        pass.head(),
        pass.signature(),
        Base64.getEncoder().encodeToString(pass.secret()),
        TicketSeal.WINDOW_SECONDS,
        clock.instant());
  }

  @GET
  @Path("{code}/pdf")
  @Produces("application/pdf")
  @Operation(summary = "The printed form of a ticket, or of a whole order by the order's code")
  public Response pdf(@PathParam("code") String code) {
    TicketFile file = tickets.pdf(caller.id(), code, caller.locale());
    return Response.ok(file.bytes())
        .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
