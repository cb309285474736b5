package nl.wijkvergelijk.survey.municipality;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.survey.publication.PublishedMunicipality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A municipality. Its code is for ever; a merged one keeps it and names its successors. */
@Entity
@Table(schema = "survey", name = "municipality")
class Municipality extends PanacheEntityBase {

    @Id
    private String code;

    private String name;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> successors;

    @Version
    private int version;

    protected Municipality() {}

    Municipality(String code, MunicipalityWrite written) {
        this.code = code;
        become(written);
    }

    /** Whether there is nothing to change. */
    boolean is(MunicipalityWrite written) {
        return new MunicipalityWrite(name, validFrom, validTo, successors).equals(written);
    }

    void become(MunicipalityWrite written) {
        name = written.name();
        validFrom = written.validFrom();
        validTo = written.validTo();
        successors = written.successors();
    }

    String tag() {
        return ETags.strong(version);
    }

    PublishedMunicipality published() {
        return new PublishedMunicipality(code, name, validFrom, validTo, successors);
    }

    MunicipalityView view() {
        return new MunicipalityView(code, name, validFrom, validTo, successors, tag());
    }
}
