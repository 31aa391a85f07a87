package fan.encore.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fan.encore.shared.BusinessError;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AuditedInterceptorTest {

  @Test
  void theFirstNumberIsTheSubject() {
    assertEquals("42", subject("byNumber", "secret@example.org", 42L, 43L));
  }

  @Test
  void aMarkedArgumentIsTheSubject() {
    assertEquals("ORD-1", subject("byMark", 42L, "ORD-1"));
    assertNull(subject("byMark", 42L, null));
  }

  @Test
  void textIsNeverRecordedUnasked() {
    assertNull(subject("byNothing", "secret@example.org", "password"));
  }

  @Test
  void aRuleRefusesAndABreakFails() {
    BusinessError refusal = new BusinessError(BusinessError.Kind.CONFLICT, "order.seats_taken") {};
    assertEquals(Outcome.REFUSED, AuditedInterceptor.outcome(refusal));
    assertEquals("order.seats_taken", AuditedInterceptor.detail(refusal));
    EJBException broken = new EJBException(new IllegalStateException("mika@example.org"));
    assertEquals(Outcome.FAILED, AuditedInterceptor.outcome(broken));
    assertEquals("IllegalStateException", AuditedInterceptor.detail(broken));
  }

  @Test
  void accessDeniedIsARefusalHoweverDeep() {
    EJBException denied =
        new EJBException(
            new EJBAccessException("no") {
              @Override
              public synchronized Throwable getCause() {
                return new IllegalStateException("deeper");
              }
            });
    assertEquals(Outcome.REFUSED, AuditedInterceptor.outcome(denied));
    assertEquals("not allowed", AuditedInterceptor.detail(denied));
  }

  @Test
  void callersAreNamedByNumberOrNotAtAll() {
    assertEquals("42", Actors.name(() -> "42"));
    assertEquals("SYSTEM", Actors.name(() -> "SYSTEM"));
    assertEquals("ANONYMOUS", Actors.name(() -> "mika@example.org"));
    assertEquals("ANONYMOUS", Actors.name(null));
  }

  private static String subject(String name, Object... arguments) {
    Method method =
        Arrays.stream(UseCases.class.getDeclaredMethods())
            .filter(candidate -> candidate.getName().equals(name))
            .findFirst()
            .orElseThrow();
    Annotation[][] marks = method.getParameterAnnotations();
    return AuditedInterceptor.subject(marks, arguments);
  }

  /** Signatures as services have them. */
  private interface UseCases {
    void byNumber(String mail, long id, Long other);

    void byMark(long id, @Audited.Subject String code);

    void byNothing(String mail, String password);
  }
}
