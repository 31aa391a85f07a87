package fan.encore.analytics.api;

import fan.encore.analytics.EventExport;
import fan.encore.analytics.EventExports;
import fan.encore.analytics.ExportKind;
import fan.encore.analytics.ExportWish;
import fan.encore.analytics.FileFormat;
import fan.encore.order.OrderFilter;
import fan.encore.order.OrderStatus;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The orders and tickets of an event as files. */
@Path("studio/events/{slug}/exports")
@ApplicationScoped
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class ExportsResource {

  @Inject private EventExports exports;
  @Inject private Caller caller;

  @GET
  @Path("{kind}")
  @Operation(
      summary = "Orders or tickets of my event as CSV or XLSX",
      description =
          "Rows of the list that the same filters find, the oldest first. Times are in the event's"
              + " zone, amounts in major units. The export is noted in the audit log.")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "404", description = "No such event, kind or format")
  public Response export(
      @PathParam("slug") String slug,
      @PathParam("kind") ExportKind kind,
      @QueryParam("format") @DefaultValue("CSV") FileFormat format,
      @QueryParam("query") String query,
      @QueryParam("status") OrderStatus status,
      @QueryParam("from") String from,
      @QueryParam("until") String until) {
    OrderFilter orders = new OrderFilter(query, slug, status, at(from), at(until), null, 1);
    EventExport export =
        exports.open(caller.id(), new ExportWish(kind, format, orders), caller.locale());
    StreamingOutput rows = export::writeTo;
    return Response.ok(rows, export.contentType())
        .header("Content-Disposition", "attachment; filename=\"" + export.fileName() + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static Instant at(String time) {
    try {
      return time == null ? null : OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeParseException none) {
      throw new BadRequestException(none);
    }
  }
}
