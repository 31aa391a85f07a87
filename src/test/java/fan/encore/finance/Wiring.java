package fan.encore.finance;

import jakarta.inject.Inject;
import java.lang.reflect.Field;

/** Does what the container does at injection points, for services outside of it. */
final class Wiring {

  private Wiring() {}

  /** Gives the parts to the fields that ask for them by type. */
  static <T> T with(T service, Object... parts) throws IllegalAccessException {
    for (Field field : service.getClass().getDeclaredFields()) {
      for (Object part : parts) {
        if (field.isAnnotationPresent(Inject.class) && field.getType().isInstance(part)) {
          field.setAccessible(true);
          field.set(service, part);
        }
      }
    }
    return service;
  }
}
