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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the sales of all my events came to in a period. */
@Path("studio/report")
@ApplicationScoped
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class OrganizerReportResource {

  @Inject private SalesReports reports;
  @Inject private Caller caller;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary =
          "The reports of all events whose figures I may see, one for each currency, by business"
              + " days")
  public List<SalesReportView> report(
      @QueryParam("from") String from, @QueryParam("until") String until) {
    return reports.ofOrganizer(caller.id(), Period.of(from, until)).stream()
        .map(SalesReportView::of)
        .toList();
  }

  @GET
  @Path("file")
  @Operation(summary = "The same as CSV or XLSX, a row for each part")
  @APIResponse(responseCode = "200", description = "The file")
  public Response file(
      @QueryParam("from") String from,
      @QueryParam("until") String until,
      @QueryParam("format") @DefaultValue("CSV") FileFormat format) {
    return ReportAnswer.of(
        reports.ofOrganizer(caller.id(), Period.of(from, until)), format, caller.locale());
  }
}
