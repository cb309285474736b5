package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import java.util.List;
import nl.wijkvergelijk.survey.rule.Completeness;
import nl.wijkvergelijk.survey.rule.RuleResult;

/** What the rules say about the present answers. */
record ValidationView(
        int revision,
        boolean submittable,

        @JsonIncludeProperties({"rule", "severity", "questions", "text"})
        List<RuleResult> results,

        Completeness completeness) {}
