package nl.wijkvergelijk.survey.questionnaire;

import nl.wijkvergelijk.http.Text;

/** One code a person may choose, with its label: an option of a choice, a category of a distribution, a definition. */
public record Option(String code, Text label) {}
