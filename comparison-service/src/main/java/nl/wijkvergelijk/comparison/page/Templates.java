package nl.wijkvergelijk.comparison.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages. What they are given is checked when the service is built; every value is escaped. */
@CheckedTemplate(basePath = "dashboard")
final class Templates {

    private Templates() {}

    static native TemplateInstance page(Sheet sheet);

    static native TemplateInstance origin(Origin origin);
}
