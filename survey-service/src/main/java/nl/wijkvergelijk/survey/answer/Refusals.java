package nl.wijkvergelijk.survey.answer;

import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;

/**
 * Collects everything that is wrong with a body, each at its JSON pointer. After {@value #MOST} it takes no more: whoever sends that many has made one
 * mistake, not five hundred.
 */
final class Refusals {
    static final int MOST = 500;
    private static final int LONGEST_SEGMENT = 200;

    private final List<InputError> errors;
    private final Refusals above;
    private final String step;

    Refusals(List<InputError> errors, String pointer) {
        this(errors, null, pointer);
    }

    /** The step is a member's name, which becomes part of a pointer only where something is wrong. */
    private Refusals(List<InputError> errors, Refusals above, String step) {
        this.errors = errors;
        this.above = above;
        this.step = step;
    }

    /** The same collection, one member deeper. A name too long or too odd to repeat is left out: the sentence shows its beginning. */
    Refusals at(String member) {
        return new Refusals(errors, this, member);
    }

    /** The same collection, at an item of a list. */
    Refusals at(int index) {
        return at(String.valueOf(index));
    }

    private String pointer() {
        if (above == null) {
            return step;
        }
        boolean repeatable = step.length() <= LONGEST_SEGMENT && Echo.isReadable(step);
        return repeatable ? above.pointer() + "/" + InputError.segment(step) : above.pointer();
    }

    void add(String code, String nl, String en) {
        add(code, new Text(nl, en));
    }

    void add(String code, Text detail) {
        if (errors.size() < MOST) {
            errors.add(InputError.body(pointer(), code, detail));
        }
    }
}
