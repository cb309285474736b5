package nl.wijkvergelijk.survey.workbook;

import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;

/** Everything that is wrong with a workbook, each with its sheet and cell; after {@value #MOST} it takes no more. */
final class CellErrors {
    private static final int MOST = 500;

    private final List<InputError> errors = new ArrayList<>();

    void add(String pointer, SentRow row, String column, String code, Text detail) {
        add(pointer, row.sheet(), row.address(column), code, detail);
    }

    void add(String pointer, String sheet, String cell, String code, Text detail) {
        if (errors.size() < MOST) {
            errors.add(InputError.cell(pointer, sheet, cell, code, detail));
        }
    }

    int count() {
        return errors.size();
    }

    List<InputError> all() {
        return List.copyOf(errors);
    }
}
