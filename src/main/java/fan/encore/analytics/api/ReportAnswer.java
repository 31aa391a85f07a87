package fan.encore.analytics.api;

import fan.encore.analytics.FileFormat;
import fan.encore.analytics.ReportFile;
import fan.encore.analytics.SalesReport;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Locale;

/** A report as the answer that carries its file. */
final class ReportAnswer {

  private ReportAnswer() {}

  static Response of(List<SalesReport> reports, FileFormat format, Locale locale) {
    if (reports.isEmpty()) {
      return Response.status(Response.Status.NOT_FOUND).build();
    }
    ReportFile file = new ReportFile(reports, format, locale);
    StreamingOutput rows = file::writeTo;
    return Response.ok(rows, file.contentType())
        .header("Content-Disposition", "attachment; filename=\"" + file.fileName() + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
