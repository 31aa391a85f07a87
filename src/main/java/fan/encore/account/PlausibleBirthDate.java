package fan.encore.account;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;

/**
 * A birth date of somebody who lives and may register: in the past, 13 to 120 years ago; or null.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlausibleBirthDate.Check.class)
@interface PlausibleBirthDate {

  String message() default "account.birth_date_implausible";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Counts whole years. */
  class Check implements ConstraintValidator<PlausibleBirthDate, LocalDate> {
    /**
     * The age from which children may have accounts without their parents' consent (COPPA, 16 CFR
     * 312.2).
     */
    private static final int YOUNGEST = 13;

    private static final int OLDEST = 120;

    @Override
    public boolean isValid(LocalDate date, ConstraintValidatorContext context) {
      if (date == null) {
        return true;
      }
      LocalDate today = LocalDate.now(context.getClockProvider().getClock());
      if (date.isAfter(today) || date.isBefore(today.minusYears(OLDEST))) {
        return false;
      }
      if (date.isAfter(today.minusYears(YOUNGEST))) {
        context.disableDefaultConstraintViolation();
        context
            .buildConstraintViolationWithTemplate("account.birth_date_young")
            .addConstraintViolation();
        return false;
      }
      return true;
    }
  }
}
