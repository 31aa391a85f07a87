package fan.encore.app.api;

import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/**
 * The server brings a mapper of its own for violations, nearer to them than {@link ProblemMapper};
 * this one takes its place and hands them on.
 */
@Provider
public class ViolationMapper implements ExceptionMapper<ValidationException> {

  @Context private Providers providers;

  @Override
  public Response toResponse(ValidationException thrown) {
    return providers.getExceptionMapper(Throwable.class).toResponse(thrown);
  }
}
