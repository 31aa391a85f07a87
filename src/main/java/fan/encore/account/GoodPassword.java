package fan.encore.account;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The registration's password passes {@link PasswordRules}; the violation is on its property {@code
 * password}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = GoodPassword.Check.class)
@interface GoodPassword {

  String message() default "account.password_common";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks the rules. */
  class Check implements ConstraintValidator<GoodPassword, Register> {
    @Override
    public boolean isValid(Register register, ConstraintValidatorContext context) {
      if (register == null) {
        return true;
      }
      return PasswordRules.refusal(register.password(), register.email(), register.displayName())
          .map(refusal -> refused(refusal, context))
          .orElse(true);
    }

    private static boolean refused(String refusal, ConstraintValidatorContext context) {
      context.disableDefaultConstraintViolation();
      context
          .buildConstraintViolationWithTemplate(refusal)
          .addPropertyNode("password")
          .addConstraintViolation();
      return false;
    }
  }
}
