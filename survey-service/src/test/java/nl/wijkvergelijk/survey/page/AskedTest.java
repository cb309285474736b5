package nl.wijkvergelijk.survey.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import nl.wijkvergelijk.survey.response.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a contact is asked to do follows from where the response stands. */
class AskedTest {

    private static Asked asked(State state, int revision, int required, int blocking, int waiting, boolean answered) {
        return Asked.of(new Asked.Facts(
                state, revision, required, blocking, waiting, LocalDate.of(2027, 4, 1), answered, 0, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DRAFT             | 0 | 9 | 9 | 0 | #workbook    | Download the workbook
            DRAFT             | 1 | 2 | 3 | 0 | #workbook    | the required questions that are left (2)
            DRAFT             | 1 | 0 | 3 | 0 | /submit      | First mend what is still in the way (3)
            DRAFT             | 1 | 0 | 0 | 0 | /submit      | Everything required is filled in.
            CHANGES_REQUESTED | 1 | 0 | 1 | 1 | #remarks     | The researcher has a question or remark
            CHANGES_REQUESTED | 1 | 0 | 2 | 2 | #remarks     | The researcher has 2 questions or remarks
            CHANGES_REQUESTED | 1 | 0 | 0 | 0 | /submit      | Everything required is filled in.
            SUBMITTED         | 1 | 0 | 0 | 1 | #remarks     | The researcher has a question or remark
            IN_REVIEW         | 1 | 0 | 0 | 2 | #remarks     | The researcher has 2 questions or remarks
            IN_COMMENT        | 1 | 0 | 0 | 1 | #description | by Thursday 1 April 2027 at the latest
            """)
    void theNextStepIsNamedAndLedTo(
            State state, int revision, int required, int blocking, int waiting, String place, String says) {
        Asked asked = asked(state, revision, required, blocking, waiting, false);
        assertEquals(place, asked.place());
        assertEquals(
                true, asked.sentence().en().contains(says), asked.sentence().en());
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"SUBMITTED", "IN_REVIEW", "APPROVED", "PUBLISHED", "IN_COMMENT"})
    void whoHasNothingToDoIsToldSo(State state) {
        Asked asked = asked(state, 1, 0, 0, 0, true);
        assertNull(asked.place());
        assertNull(asked.label());
        assertEquals(
                true,
                asked.sentence().en().startsWith("There is nothing"),
                asked.sentence().en());
        assertEquals(
                true,
                asked.sentence().nl().startsWith("U hoeft n"),
                asked.sentence().nl());
    }

    @Test
    void whoAnsweredOnTheDescriptionCanStillComment() {
        assertEquals(
                "There is nothing for you to do now. You have answered on the description; until Thursday 1 April 2027 you can still comment.",
                asked(State.IN_COMMENT, 1, 0, 0, 0, true).sentence().en());
    }
}
