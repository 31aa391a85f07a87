package fan.encore.inserver;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** Stands for a use case of each role. */
@Stateless
public class RoleProbe {

  @Resource private SessionContext context;

  @RolesAllowed("FAN")
  public String fan() {
    return context.getCallerPrincipal().getName();
  }

  @RolesAllowed("ADMIN")
  public String admin() {
    return context.getCallerPrincipal().getName();
  }

  @RolesAllowed("SYSTEM")
  public String system() {
    return context.getCallerPrincipal().getName();
  }
}
