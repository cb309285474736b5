package nl.wijkvergelijk.survey.evidence;

/** An uploaded file: what it is, and by which SHA-256 it is kept. */
record StoredFile(String sha256, long size, String mediaType, String fileName) {}
