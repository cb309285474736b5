package nl.wijkvergelijk.survey.response;

import java.util.List;
import nl.wijkvergelijk.survey.publication.PublishedRow;

/** What a feature publishes of a response beside its answers. Every bean of this type is asked at each publication and at each withdrawal. */
public interface PublishedBeside {

    /** As it stands now of many of one round. The number of statements must not grow with them. */
    List<PublishedRow> of(List<Surveyed> many);

    /** What says that it is public no longer; empty when the absence of rows says so. */
    List<PublishedRow> withdrawn(Responses.Found found);
}
