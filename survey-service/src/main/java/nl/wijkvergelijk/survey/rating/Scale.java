package nl.wijkvergelijk.survey.rating;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import nl.wijkvergelijk.survey.request.Label;

/** What is rated, from low to high. */
record Scale(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,49}") String id,
        @NotNull @Valid Label label,
        @NotNull @Valid Label from,
        @NotNull @Valid Label to) {}
