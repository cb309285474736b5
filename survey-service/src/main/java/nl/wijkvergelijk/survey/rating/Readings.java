package nl.wijkvergelijk.survey.rating;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Every reading of one scale; exactly one is chosen. */
record Readings(@NotNull @Size(min = 1, max = 10) List<@NotNull @Valid Reading> readings) {}
