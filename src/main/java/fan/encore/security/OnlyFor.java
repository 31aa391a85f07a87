package fan.encore.security;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only callers with one of the roles get in, as by {@code @RolesAllowed}, which counts for
 * enterprise beans only. For the few use cases that thousands of fans want at the same moment: the
 * container looks through the permissions of all enterprise beans whenever one with a role is
 * called, and keeps an instance busy while the caller waits in a lane; that was a fifth of what the
 * server did for a draw.
 */
@Inherited
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OnlyFor {

  /** Names of {@link fan.encore.account.Roles}. */
  @Nonbinding
  String[] value();
}
