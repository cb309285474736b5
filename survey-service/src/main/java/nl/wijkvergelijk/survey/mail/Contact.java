package nl.wijkvergelijk.survey.mail;

import nl.wijkvergelijk.http.Language;

/** Who is mailed about a response, and in which language. The address is for that alone: it is not published, logged or shown to others. */
public record Contact(String email, Language language) {}
