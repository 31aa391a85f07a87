package fan.encore.audit;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls of this use case are entered in the audit trail, refused ones included. The subject is the
 * argument marked {@link Subject}, else the first argument that is a number; other arguments are
 * never recorded.
 */
@Inherited
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {

  /** The action's name, {@code feature.verb} such as {@code order.refund}. */
  @Nonbinding
  String value();

  /** The argument that says on what the use case acts; never personal data. */
  @Target(ElementType.PARAMETER)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Subject {}
}
