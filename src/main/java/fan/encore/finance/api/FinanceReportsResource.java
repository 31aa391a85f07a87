package fan.encore.finance.api;

import fan.encore.finance.DayReport;
import fan.encore.finance.DayRow;
import fan.encore.finance.NightlyReports;
import fan.encore.finance.NoReport;
import fan.encore.finance.Reports;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The nightly reports of finance. */
@Path("finance/reports/{day:[0-9]{4}-[0-9]{2}-[0-9]{2}}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Finance")
public class FinanceReportsResource {

  @Inject private Reports reports;
  @Inject private NightlyReports nightly;
  @Inject private Caller caller;

  /**
   * @param state {@code RUNNING}, {@code FAILED}, {@code BALANCED}, {@code DIFFERENCES} or {@code
   *     NONE}
   * @param step of the running run, or null
   * @param report null while there is none
   */
  public record DayView(
      LocalDate day, String state, String step, long items, String error, ReportView report) {
    static DayView of(DayRow row, DayReport report) {
      return new DayView(
          row.day(),
          row.state(),
          row.running() ? row.step() : null,
          row.items(),
          row.error(),
          report == null ? null : ReportView.of(report));
    }
  }

  /** The number of a run that was started. */
  public record Started(long run, LocalDate day) {}

  @GET
  @Operation(summary = "The report of a business day and the state of its run")
  public DayView day(@PathParam("day") String text) {
    LocalDate day = read(text);
    DayRow row = reports.day(day);
    if (row.state().equals("NONE")) {
      throw new NoReport(day);
    }
    return DayView.of(row, row.reported() ? reports.of(day) : null);
  }

  @POST
  @Path("runs")
  @Operation(summary = "Start the reconciliation of a business day; it goes on in the background")
  @APIResponse(responseCode = "202", description = "Started; ask the report for its state")
  public Response run(@PathParam("day") String text) {
    LocalDate day = read(text);
    long run = nightly.start(day, caller.id());
    return Response.accepted(new Started(run, day))
        .location(URI.create("/api/v1/finance/reports/" + day))
        .build();
  }

  /** A text that looks like a day but is none, such as 2026-02-30, has no report. */
  private static LocalDate read(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new NoReport(LocalDate.EPOCH);
    }
  }
}
