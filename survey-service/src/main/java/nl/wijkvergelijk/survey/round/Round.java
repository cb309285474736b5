package nl.wijkvergelijk.survey.round;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.publication.PublishedRound;

/** A round. Its questionnaire is for ever; its title, its full-time week and the day of return may be put right. */
@Entity
@Table(schema = "survey", name = "round")
class Round extends PanacheEntityBase {

    /** What an id looks like. */
    static final String FORM = "[a-z0-9][a-z0-9-]{0,29}";

    @Id
    private String id;

    @Column(name = "title_nl")
    private String titleNl;

    @Column(name = "title_en")
    private String titleEn;

    private String questionnaire;

    @Column(name = "questionnaire_version")
    private int questionnaireVersion;

    @Column(name = "full_time_hours", columnDefinition = "numeric")
    private BigDecimal fullTimeHours;

    @Column(name = "full_time_hours_source")
    private String fullTimeHoursSource;

    @Column(name = "return_by")
    private LocalDate returnBy;

    @Version
    private int version;

    protected Round() {}

    Round(RoundWrite written) {
        id = written.id();
        titleNl = written.title().nl();
        titleEn = written.title().en();
        questionnaire = written.questionnaire().id();
        questionnaireVersion = written.questionnaire().version();
        fullTimeHours = written.fullTimeHours();
        fullTimeHoursSource = written.fullTimeHoursSource();
        returnBy = ReturnBy.day(written.returnBy());
    }

    /** Puts right what is sent. */
    void change(RoundPatch patch) {
        if (patch.title() != null) {
            titleNl = patch.title().nl();
            titleEn = patch.title().en();
        }
        if (patch.fullTimeHours() != null) {
            fullTimeHours = patch.fullTimeHours();
        }
        if (patch.fullTimeHoursSource() != null) {
            fullTimeHoursSource = patch.fullTimeHoursSource();
        }
        if (patch.returnBy() != null) {
            returnBy = patch.returnBy().day();
        }
    }

    String tag() {
        return ETags.strong(version);
    }

    PublishedRound published() {
        return new PublishedRound(
                id,
                new Text(titleNl, titleEn),
                questionnaire,
                questionnaireVersion,
                fullTimeHours,
                fullTimeHoursSource);
    }

    RoundView view() {
        return new RoundView(
                id,
                new Text(titleNl, titleEn),
                new QuestionnaireReference(questionnaire, questionnaireVersion),
                fullTimeHours,
                fullTimeHoursSource,
                returnBy,
                tag());
    }
}
