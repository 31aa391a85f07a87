package fan.encore.app.api;

import fan.encore.shared.BusinessError;
import fan.encore.shared.Errors;
import fan.encore.shared.Texts;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParsingException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one place where errors become answers of the API. A client never sees a stack trace, a class
 * name or SQL: what is not known here is a 500 with a number that leads to the log.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY = 429;

  @Context private HttpHeaders headers;
  @Context private SecurityContext security;

  @Override
  public Response toResponse(Throwable thrown) {
    Throwable leaf = Errors.leaf(thrown);
    if (leaf instanceof BusinessError error) {
      return refused(error);
    }
    if (leaf instanceof ConstraintViolationException invalid) {
      return invalid(invalid);
    }
    if (Errors.denied(thrown)) {
      return security.getUserPrincipal() == null
          ? answer(401, "problem.unauthenticated")
          : answer(403, "problem.forbidden");
    }
    if (unreadable(thrown)) {
      return answer(400, "problem.unreadable");
    }
    if (thrown instanceof WebApplicationException web) {
      return web(web);
    }
    return database(thrown, leaf);
  }

  private Response refused(BusinessError error) {
    String title = Texts.get(language(), error.code(), error.arguments());
    List<Problem.FieldError> errors =
        error.field() == null ? List.of() : List.of(new Problem.FieldError(error.field(), title));
    Response response = send(Problem.of(status(error.kind()), error.code(), title, errors));
    return error.kind() == BusinessError.Kind.UNAVAILABLE ? retryLater(response, 1) : response;
  }

  private Response web(WebApplicationException web) {
    int status = web.getResponse().getStatus();
    String code =
        switch (status) {
          case 400 -> "problem.unreadable";
          case 401 -> "problem.unauthenticated";
          case 403 -> "problem.forbidden";
          case 404 -> "problem.not_found";
          case 405 -> "problem.method_not_allowed";
          case 406 -> "problem.not_acceptable";
          case 415 -> "problem.unsupported_media_type";
          default -> status < 500 ? "problem.refused" : "problem.failed";
        };
    if (status >= 500) {
      LOG.log(Level.SEVERE, "An answer of the API failed", web);
    }
    return answer(status, code);
  }

  private Response database(Throwable thrown, Throwable leaf) {
    if (Errors.contention(thrown)) {
      return retryLater(answer(409, "problem.busy"), 1);
    }
    if (Errors.constraint(thrown).isPresent()) {
      String code = "constraint." + Errors.constraint(thrown).get();
      boolean known = Texts.find(language(), code).isPresent();
      return answer(409, known ? code : "problem.conflict");
    }
    if (leaf instanceof SQLException sql && Errors.unreachable(sql)) {
      return retryLater(answer(503, "problem.unavailable"), 5);
    }
    LOG.log(Level.SEVERE, "An answer of the API failed", thrown);
    return answer(500, "problem.failed");
  }

  private Response invalid(ConstraintViolationException invalid) {
    List<Problem.FieldError> errors =
        invalid.getConstraintViolations().stream()
            .map(violation -> new Problem.FieldError(field(violation), message(violation)))
            .toList();
    String title = Texts.get(language(), "problem.invalid");
    return send(Problem.of(UNPROCESSABLE, "problem.invalid", title, errors));
  }

  /**
   * A message that is a key of a bundle is written in the caller's language, any other is the
   * validator's own.
   */
  private String message(ConstraintViolation<?> violation) {
    String message = violation.getMessage();
    return Texts.find(language(), message).isPresent() ? Texts.get(language(), message) : message;
  }

  /** Without the names of the method and of its parameter, which are ours and not the caller's. */
  private static String field(ConstraintViolation<?> violation) {
    String path = violation.getPropertyPath().toString();
    String[] parts = path.split("\\.", 3);
    return violation.getExecutableParameters() == null || parts.length < 3
        ? parts[parts.length - 1]
        : parts[2];
  }

  private static boolean unreadable(Throwable thrown) {
    return Errors.unstorable(thrown)
        || Errors.find(thrown, JsonbException.class).isPresent()
        || Errors.find(thrown, JsonParsingException.class).isPresent()
        || thrown instanceof ProcessingException;
  }

  private static int status(BusinessError.Kind kind) {
    return switch (kind) {
      case INVALID -> UNPROCESSABLE;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case TOO_MANY -> TOO_MANY;
      case UNAVAILABLE -> 503;
    };
  }

  private Response answer(int status, String code, Object... arguments) {
    return send(Problem.of(status, code, Texts.get(language(), code, arguments), List.of()));
  }

  private static Response retryLater(Response response, int seconds) {
    return Response.fromResponse(response).header(HttpHeaders.RETRY_AFTER, seconds).build();
  }

  private static Response send(Problem problem) {
    Response.ResponseBuilder builder =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    if (problem.status() == 401) {
      builder.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return builder.build();
  }

  private Locale language() {
    List<Locale> wished = headers.getAcceptableLanguages();
    return Texts.language(wished.isEmpty() ? null : wished.get(0));
  }
}
