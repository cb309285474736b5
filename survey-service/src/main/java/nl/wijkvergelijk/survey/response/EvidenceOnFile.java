package nl.wijkvergelijk.survey.response;

import nl.wijkvergelijk.survey.answer.Sources;

/** The evidence on file for a response, which its answers cite. */
public interface EvidenceOnFile {

    /** What may be cited now. Nothing ever leaves it. */
    Sources of(ResponseKey key);
}
