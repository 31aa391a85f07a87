package fan.encore.analytics.api;

import fan.encore.analytics.FileFormat;
import fan.encore.analytics.Period;
import fan.encore.analytics.SalesReports;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the sales of an event came to in a period. */
@Path("studio/events/{slug}/report")
@ApplicationScoped
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class EventReportResource {

  @Inject private SalesReports reports;
  @Inject private Caller caller;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The report of my event for a period, by days of its zone")
  public SalesReportView report(
      @PathParam("slug") String slug,
      @QueryParam("from") String from,
      @QueryParam("until") String until) {
    return SalesReportView.of(reports.ofEvent(caller.id(), slug, Period.of(from, until)));
  }

  @GET
  @Path("file")
  @Operation(summary = "The same as CSV or XLSX, a row for each part")
  @APIResponse(responseCode = "200", description = "The file")
  public Response file(
      @PathParam("slug") String slug,
      @QueryParam("from") String from,
      @QueryParam("until") String until,
      @QueryParam("format") @DefaultValue("CSV") FileFormat format) {
    return ReportAnswer.of(
        List.of(reports.ofEvent(caller.id(), slug, Period.of(from, until))),
        format,
        caller.locale());
  }
}
