package nl.mtvp.kernel.rest.constraint;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nl.mtvp.kernel.json.Texts;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;

/**
 * Looks at texts as people do: one is as long as it has characters, as the API's description and the database count, not
 * halves of them; and one of which nothing is seen is blank, whatever kind of spaces it is made of.
 */
@ApplicationScoped
class TextConstraints implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        var mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(Size.class).includeExistingValidators(true).validatedBy(OfText.class);
        mapping.constraintDefinition(NotBlank.class)
                .includeExistingValidators(true)
                .validatedBy(Seen.class);
        configuration.addMapping(mapping);
    }

    /** {@link NotBlank} of a text. */
    public static final class Seen implements ConstraintValidator<NotBlank, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text != null && !Texts.isBlank(text);
        }
    }

    /** {@link Size} of a text; one that must hold something holds something that is seen. */
    public static final class OfText implements ConstraintValidator<Size, String> {

        private int min;
        private int max;

        @Override
        public void initialize(Size size) {
            min = size.min();
            max = size.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            int length = text.codePointCount(0, text.length());
            return (min == 0 || !Texts.isBlank(text)) && min <= length && length <= max;
        }
    }
}
