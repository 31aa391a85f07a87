package fan.encore.security;

import jakarta.annotation.Priority;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.security.enterprise.SecurityContext;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Asks for the role before anything else happens, even before a transaction begins. */
@OnlyFor({})
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class OnlyForInterceptor {

  @Inject private SecurityContext security;

  @AroundInvoke
  Object enter(InvocationContext call) throws Exception {
    if (Arrays.stream(roles(call.getMethod())).noneMatch(security::isCallerInRole)) {
      throw new EJBAccessException("The caller has none of the roles");
    }
    return call.proceed();
  }

  private static String[] roles(Method method) {
    OnlyFor onMethod = method.getAnnotation(OnlyFor.class);
    return (onMethod != null ? onMethod : method.getDeclaringClass().getAnnotation(OnlyFor.class))
        .value();
  }
}
