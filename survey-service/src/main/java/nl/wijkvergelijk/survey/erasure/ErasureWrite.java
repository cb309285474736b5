package nl.wijkvergelijk.survey.erasure;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.wijkvergelijk.survey.mail.ContactWrite;
import nl.wijkvergelijk.survey.request.Line;

/**
 * Who is to be erased: an account, an address for mail, or both.
 *
 * @param account the name as the history has it; may be null
 * @param email as contacts have it, whatever its capitals; may be null
 * @param reason why, without the name; stays in the history
 */
record ErasureWrite(
        @Line(max = 200) String account,

        @Size(max = 254) @Email(regexp = ContactWrite.ADDRESS)
        String email,

        @NotNull @Line(max = Line.PROSE) String reason) {}
