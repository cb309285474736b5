package nl.wijkvergelijk.survey.request;

import jakarta.validation.constraints.NotNull;
import nl.wijkvergelijk.http.Text;

/** A title or label as it is sent: Dutch and English. */
public record Label(@NotNull @Line String nl, @NotNull @Line String en) {

    public Text text() {
        return new Text(nl, en);
    }
}
