package fan.encore.app.web;

import fan.encore.shared.BusinessError;
import fan.encore.shared.Errors;
import fan.encore.shared.Texts;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;

/**
 * The one place where errors of services become messages of pages. On a postback the page comes
 * back with the message and with all that was typed; what is not there, or not hers, is a page not
 * found.
 */
public class BusinessErrorHandler extends ExceptionHandlerWrapper {

  BusinessErrorHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() throws FacesException {
    FacesContext faces = FacesContext.getCurrentInstance();
    for (Iterator<ExceptionQueuedEvent> queue = getUnhandledExceptionQueuedEvents().iterator();
        queue.hasNext(); ) {
      Throwable thrown = queue.next().getContext().getException();
      if (isDenied(faces, thrown) || isAnswered(faces, Errors.leaf(thrown))) {
        queue.remove();
      }
    }
    super.handle();
  }

  /** Whoever lacks a role for all of a page finds none. */
  private static boolean isDenied(FacesContext faces, Throwable thrown) {
    if (faces.isPostback() || !Errors.denied(thrown)) {
      return false;
    }
    notFound(faces);
    return true;
  }

  private static boolean isAnswered(FacesContext faces, Throwable leaf) {
    if (leaf instanceof ViewExpiredException) {
      expired(faces);
      return true;
    }
    if (leaf instanceof BusinessError error) {
      refused(faces, error);
    } else if (leaf instanceof ConstraintViolationException invalid) {
      invalid
          .getConstraintViolations()
          .forEach(violation -> say(faces, field(violation), message(faces, violation)));
    } else if (Errors.contention(leaf)) {
      say(faces, null, Texts.get(locale(faces), "problem.busy"));
    } else if (Errors.unstorable(leaf)) {
      unreadable(faces);
    } else {
      return false;
    }
    return true;
  }

  private static void refused(FacesContext faces, BusinessError error) {
    if (error.kind() == BusinessError.Kind.NOT_FOUND && !faces.isPostback()) {
      notFound(faces);
    } else {
      say(faces, error.field(), Texts.get(locale(faces), error.code(), error.arguments()));
    }
  }

  private static void unreadable(FacesContext faces) {
    if (faces.isPostback()) {
      say(faces, null, Texts.get(locale(faces), "problem.unreadable"));
    } else {
      notFound(faces);
    }
  }

  private static String message(FacesContext faces, ConstraintViolation<?> violation) {
    String message = violation.getMessage();
    return Texts.find(locale(faces), message).isPresent()
        ? Texts.get(locale(faces), message)
        : message;
  }

  /** Last name of the violation's path: what commands call a field, views call its input. */
  private static String field(ConstraintViolation<?> violation) {
    String path = violation.getPropertyPath().toString();
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Beside the input of that name, if the view has one, else above the page. */
  private static void say(FacesContext faces, String field, String text) {
    UIInput input = field == null ? null : input(faces.getViewRoot(), field);
    if (input != null) {
      mark(input);
    }
    faces.addMessage(
        input == null ? null : input.getClientId(faces),
        new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    faces.validationFailed();
  }

  /** Red, and still with what was typed: an invalid input shows its submitted value only. */
  private static void mark(UIInput input) {
    Object value = input.getValue();
    if (value instanceof String typed) {
      input.setSubmittedValue(typed);
    }
    input.setValid(value != null && !(value instanceof String));
  }

  private static UIInput input(UIComponent parent, String id) {
    for (Iterator<UIComponent> all = parent.getFacetsAndChildren(); all.hasNext(); ) {
      UIComponent child = all.next();
      UIInput found =
          child instanceof UIInput input && id.equals(child.getId()) ? input : input(child, id);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static void notFound(FacesContext faces) {
    try {
      faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
      faces.responseComplete();
    } catch (IOException e) {
      throw new FacesException(e);
    }
  }

  /** By a redirect, which full and partial requests both understand. */
  private static void expired(FacesContext faces) {
    HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
    try {
      faces
          .getExternalContext()
          .redirect(
              "/error/expired?from="
                  + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
      faces.responseComplete();
    } catch (IOException e) {
      throw new FacesException(e);
    }
  }

  private static Locale locale(FacesContext faces) {
    return faces.getViewRoot() == null
        ? Texts.LANGUAGES[0]
        : Texts.language(faces.getViewRoot().getLocale());
  }

  /** Named in faces-config.xml. */
  public static class Factory extends ExceptionHandlerFactory {

    public Factory(ExceptionHandlerFactory wrapped) {
      super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
      return new BusinessErrorHandler(getWrapped().getExceptionHandler());
    }
  }
}
