package nl.wijkvergelijk.survey.proposal;

import jakarta.validation.constraints.NotNull;

/** Which round the participants and the proposals come from. */
record CopyWrite(@NotNull String from) {}
