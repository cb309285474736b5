package nl.wijkvergelijk.survey.response;

import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.survey.answer.Sources;

/** The evidence on file for a response, which its answers cite. */
public interface EvidenceOnFile {

    /** What may be cited, looked up at the first citation. Nothing ever leaves it. */
    Sources of(ResponseKey key);

    /** The same for many of one round, by municipality, with one statement; who has nothing on file is absent. */
    Map<String, Sources> of(List<Surveyed> many);
}
