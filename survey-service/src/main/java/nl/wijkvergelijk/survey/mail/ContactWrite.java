package nl.wijkvergelijk.survey.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import nl.wijkvergelijk.http.Language;

/** A contact as it is sent. */
public record ContactWrite(
        @NotNull @Size(max = 254) @Email(regexp = ADDRESS) String email,
        @NotNull @Pattern(regexp = "nl|en") String language) {

    /** An address as forms on the web take it (WHATWG HTML), with a domain of two labels or more; nothing that could begin another header. */
    public static final String ADDRESS = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])";

    /** The contact, once the constraints hold. */
    public Contact contact() {
        return new Contact(email, Language.of(language).orElseThrow());
    }
}
