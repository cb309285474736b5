package nl.wijkvergelijk.survey.publication;

/** A row that a publication adds to the schema {@code published}. */
public sealed interface PublishedRow
        permits PublishedAnswer,
                PublishedBallot,
                PublishedDescription,
                PublishedEvidence,
                PublishedFigure,
                PublishedFinding,
                PublishedGroup,
                PublishedMunicipality,
                PublishedRating,
                PublishedRound {}
