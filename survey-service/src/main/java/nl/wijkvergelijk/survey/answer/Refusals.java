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
    private final String pointer;

    Refusals(List<InputError> errors, String pointer) {
        this.errors = errors;
        this.pointer = pointer;
    }

    /** The same collection, one member deeper. A name too long or too odd to repeat is left out: the sentence shows its beginning. */
    Refusals at(String member) {
        boolean repeatable = member.length() <= LONGEST_SEGMENT && Echo.isReadable(member);
        return repeatable ? new Refusals(errors, pointer + "/" + InputError.segment(member)) : this;
    }

    /** The same collection, at an item of a list. */
    Refusals at(int index) {
        return new Refusals(errors, pointer + "/" + index);
    }

    void add(String code, String nl, String en) {
        add(code, new Text(nl, en));
    }

    void add(String code, Text detail) {
        if (errors.size() < MOST) {
            errors.add(InputError.body(pointer, code, detail));
        }
    }
}
