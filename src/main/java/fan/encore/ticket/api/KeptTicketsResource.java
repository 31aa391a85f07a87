package fan.encore.ticket.api;

import fan.encore.event.EventCalendars;
import fan.encore.security.web.Caller;
import fan.encore.ticket.OnlineLinks;
import fan.encore.ticket.TicketCalendars;
import fan.encore.ticket.TicketFile;
import fan.encore.ticket.WalletPasses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's tickets as calendars, wallets and browsers keep them. */
@Path("tickets")
@ApplicationScoped
@Tag(name = "Tickets")
@SecurityRequirement(name = "bearer")
public class KeptTicketsResource {

  @Inject private WalletPasses passes;
  @Inject private TicketCalendars calendars;
  @Inject private OnlineLinks links;
  @Inject private Caller caller;

  /**
   * @param link where to go; null before its time
   * @param from when it is shown; null means at once
   */
  @Schema(name = "TicketLink")
  public record Link(String link, Instant from) {}

  @GET
  @Path("{code}/calendar")
  @Produces("text/calendar")
  @Operation(summary = "The evening of a ticket, or of an order by its code, as an iCalendar file")
  public Response calendar(@PathParam("code") String code) {
    return Response.ok(
            calendars.of(caller.id(), code, caller.locale()), EventCalendars.CONTENT_TYPE)
        .header("Cache-Control", "no-store")
        .build();
  }

  @GET
  @Path("{code}/online-link")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Where to follow an online event, from its time on; 204 where there is none")
  @APIResponse(responseCode = "204", description = "The event has no link")
  public Link onlineLink(@PathParam("code") String code) {
    return links
        .of(caller.id(), code)
        .map(online -> new Link(online.link(), online.from()))
        .orElse(null);
  }

  @GET
  @Path("{code}/apple-pass")
  @Produces("application/vnd.apple.pkpass")
  @Operation(summary = "A pass for Apple's Wallet; 404 where Encore has no certificate for it")
  public Response applePass(@PathParam("code") String code) {
    TicketFile pass = passes.applePass(caller.id(), code, caller.locale());
    return Response.ok(pass.bytes())
        .header("Content-Disposition", "attachment; filename=\"" + pass.name() + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  @GET
  @Path("{code}/google-pass")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The link that saves a ticket in Google Wallet; 404 where not configured")
  public Link googlePass(@PathParam("code") String code) {
    return new Link(passes.googleLink(caller.id(), code, caller.locale()), null);
  }
}
