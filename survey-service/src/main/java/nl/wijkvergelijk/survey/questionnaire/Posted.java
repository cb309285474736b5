package nl.wijkvergelijk.survey.questionnaire;

import java.util.List;
import java.util.Optional;

/** Where versions are that were posted, beside those that this service was built with. */
interface Posted {

    /** Nothing was posted. */
    Posted NOTHING = new Posted() {
        @Override
        public List<Key> keys() {
            return List.of();
        }

        @Override
        public Optional<Questionnaire> find(Key key) {
            return Optional.empty();
        }
    };

    /** One version of one questionnaire. */
    record Key(String id, int version) {}

    /** All that are there now, also those that another instance of this service took in a moment ago. */
    List<Key> keys();

    /** The version itself. */
    Optional<Questionnaire> find(Key key);
}
