package nl.wijkvergelijk.survey.round;

import jakarta.validation.constraints.NotNull;

/** One version of a questionnaire, by name. */
public record QuestionnaireReference(
        @NotNull String id, @NotNull Integer version) {}
