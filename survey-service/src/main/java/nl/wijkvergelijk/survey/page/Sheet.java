package nl.wijkvergelijk.survey.page;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything the page of one response shows, in the reader's language.
 *
 * @param href the page itself, and the beginning of what its forms are sent to
 * @param ask what is asked of the reader now, one sentence
 * @param next the step to take, null when there is nothing to do
 * @param deadline the last day for what is waited for, the answers or the comment; null when that has no day
 * @param contact where mail about it goes; null for nowhere
 * @param writes whether the reader may do what the forms do; a researcher only looks
 * @param open whether the answers may be changed now
 * @param submits whether they may be submitted as they are, once nothing stands in the way
 * @param proposals answers of an earlier round to decide on; null for none
 * @param description null while the reader has none to read
 */
record Sheet(
        String href,
        String round,
        String roundTitle,
        String municipality,
        String code,
        String state,
        String ask,
        Step next,
        String deadline,
        boolean overdue,
        int answered,
        int total,
        int required,
        List<Part> parts,
        List<Thread> waiting,
        List<Thread> others,
        Proposals proposals,
        Text description,
        int revision,
        boolean submitted,
        String contact,
        boolean writes,
        boolean open,
        boolean submits,
        long largestWorkbook) {

    /** Whether the form is there in which the reader typed something, by the name that {@link PageRoutes} gives it. */
    boolean hasForm(String name) {
        boolean isReply = Stream.concat(waiting.stream(), others.stream())
                .anyMatch(thread -> thread.canReply() && name.equals("reply-" + thread.id()));
        boolean isAboutText = description != null
                && description.canComment()
                && (name.equals("dissent")
                        || description.passages().stream().anyMatch(each -> name.equals("comment-" + each.id())));
        return isReply || isAboutText;
    }

    /** The step that leads on, and where it is taken. */
    record Step(String label, String href) {}

    /**
     * A section of the questionnaire.
     *
     * @param missing the questions that must be answered and are not
     */
    record Part(String title, int answered, int total, List<String> missing) {}

    /**
     * The answers of an earlier round that wait for a decision.
     *
     * @param tag that of the present answers; empty before the first save
     * @param canDecide whether the reader may decide now
     * @param unfit what was answered then and cannot be taken over
     */
    record Proposals(
            String round, int count, String tag, boolean canDecide, List<Chapter> chapters, List<Unfit> unfit) {}

    /** A section of the questionnaire that has such answers, and whether it is shown unfolded. */
    record Chapter(String id, String title, boolean unfolded, List<Proposed> answers) {}

    /** One such answer in words. */
    record Proposed(String question, String label, String answer, boolean ticked) {}

    /** One that cannot be taken over, and why. */
    record Unfit(String label, String why) {}

    /**
     * A remark and what was said to it.
     *
     * @param kind in words
     * @param question null when it is about the whole response
     * @param quoted the answer it is about, as it stood; null for none
     * @param now that answer as it stands now; null when it is the same
     * @param outcome how it was settled; null while it is open
     * @param typed what the reader tried to say; null for nothing
     */
    record Thread(
            String id,
            String kind,
            String question,
            String quoted,
            String now,
            List<Line> lines,
            String outcome,
            boolean canReply,
            String typed) {}

    /** What somebody said. */
    record Line(String who, String when, String text) {}

    /**
     * The description.
     *
     * @param answer what the municipality answered on it; null for nothing yet
     * @param current whether that answer is about this text and these answers
     * @param tag the tag of that answer; null for none
     */
    record Text(
            int version,
            String lang,
            List<Passage> passages,
            List<Line> comments,
            boolean canComment,
            String answer,
            boolean current,
            String tag,
            String typed,
            String typedDissent) {}

    /** One section of it, rendered, and what was said about it. */
    record Passage(String id, String title, String html, List<Line> comments, String typed) {}
}
