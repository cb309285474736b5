package nl.wijkvergelijk.survey.request;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name or title, or longer prose: not blank, not too long, no control characters but TAB, LF and CR in prose. It is stored as sent. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Constraint(validatedBy = Line.Check.class)
public @interface Line {

    /** The most characters of a name or title. */
    int NAME = 300;

    /** The most characters of prose. */
    int PROSE = 10_000;

    /** The most characters of a section of a description. */
    int SECTION = 100_000;

    int max() default NAME;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says by the message, which is the error's code, what is wrong. */
    class Check implements ConstraintValidator<Line, String> {

        private int max;

        @Override
        public void initialize(Line line) {
            max = line.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            String code = text == null ? null : wrong(text);
            if (code == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(code).addConstraintViolation();
            return false;
        }

        private String wrong(String text) {
            if (text.isBlank()) {
                return "required";
            }
            if (text.codePointCount(0, text.length()) > max) {
                return "too-long";
            }
            return text.chars().anyMatch(this::isControl) ? "control-character" : null;
        }

        private boolean isControl(int c) {
            boolean layout = c == '\t' || c == '\n' || c == '\r';
            return (c < 0x20 || c == 0x7f) && !(layout && max > NAME);
        }
    }
}
