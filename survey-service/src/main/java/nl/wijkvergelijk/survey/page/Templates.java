package nl.wijkvergelijk.survey.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages. What they are given is checked when the service is built; every value is escaped but the rendered description and the page on privacy. */
@CheckedTemplate(basePath = "page")
final class Templates {

    private Templates() {}

    static native TemplateInstance home(Frame frame, List<Row> rows, boolean reads);

    static native TemplateInstance signIn(
            Frame frame, List<String> accounts, String to, String name, boolean elsewhere);

    static native TemplateInstance response(Frame frame, Sheet sheet);

    static native TemplateInstance submit(Frame frame, Sheet sheet, List<Frame.Item> blocking, String tag);

    static native TemplateInstance receipt(Frame frame, Receipt receipt);

    static native TemplateInstance message(Frame frame, String text, String href);

    static native TemplateInstance privacy(Frame frame, String html);

    /** A response in the list of the reader. */
    record Row(String href, String round, String municipality, String state, String progress, String todo) {}

    /**
     * The receipt of what was handed in last.
     *
     * @param revision 0 when nothing was handed in yet
     * @param newer whether the answers were changed since
     * @param checksum SHA-256 over the answers as the API writes them
     */
    record Receipt(
            String href,
            String round,
            String roundTitle,
            String municipality,
            String code,
            int revision,
            String at,
            String who,
            String onBehalf,
            boolean newer,
            String checksum,
            List<Chapter> chapters) {}

    /** A section of the answers. */
    record Chapter(String title, List<Answered> answers) {}

    /** A question and the answer in words. */
    record Answered(String form, String question, String answer) {}
}
