package fan.encore.order;

import fan.encore.shared.BusinessError;

/** With these the fan would have more than {1} tickets of the type {0}, all her orders together. */
public final class PersonLimitReached extends BusinessError {
  public PersonLimitReached(String typeName, int limit) {
    super(Kind.CONFLICT, "order.person_limit", typeName, limit);
  }
}
