package nl.wijkvergelijk.survey.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.survey.response.ResponseKey;
import nl.wijkvergelijk.survey.sql.Sql;

/** Keeps who is mailed about each response. */
@ApplicationScoped
public class Contacts {

    private final Sql sql;

    Contacts(Sql sql) {
        this.sql = sql;
    }

    /** Empty when nobody is. */
    public Optional<Contact> of(ResponseKey key) {
        return sql.find(
                "select email, language from survey.contact where round = ? and municipality = ?",
                row -> new Contact(
                        row.getString("email"),
                        Language.of(row.getString("language")).orElseThrow()),
                key.round(),
                key.municipality());
    }

    /** From now on this one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(ResponseKey key, Contact contact) {
        sql.update(
                """
                insert into survey.contact (round, municipality, email, language) values (?, ?, ?, ?)
                on conflict on constraint contact_pk do update set email = excluded.email, language = excluded.language
                """,
                key.round(),
                key.municipality(),
                contact.email(),
                contact.language().code());
    }

    /** From now on nobody; what waits for the address is not sent any more, and of the address no more than a hash is kept. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void drop(ResponseKey key) {
        sql.update("delete from survey.contact where round = ? and municipality = ?", key.round(), key.municipality());
    }

    /** From now on this address is nobody's, whatever its capitals; nor is it known that it was mailed. Answers with the number of responses it was for. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int forget(String email) {
        List<String> addresses = sql.list(
                "delete from survey.contact where lower(email) = lower(?) returning email",
                row -> row.getString("email"),
                email);
        Stream.concat(addresses.stream(), Stream.of(email))
                .distinct()
                .forEach(address -> sql.update(
                        "delete from survey.mail where recipient = encode(sha256(convert_to(?, 'UTF8')), 'hex')",
                        address));
        return addresses.size();
    }
}
