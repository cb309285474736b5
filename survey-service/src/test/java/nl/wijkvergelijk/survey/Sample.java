package nl.wijkvergelijk.survey;

/** Answers that the rules have nothing against. */
final class Sample {

    static final String COMPLETE = """
            {"residents": {"value": 29000, "qualifier": "approximate", "asPrinted": "ongeveer 29.000"},
             "approach-name": {"value": "Wijkbeheer"},
             "unit-name": {"value": "Team Wijkbeheer"},
             "function-name": {"value": "wijkcoördinator"},
             "ward-count": {"value": 10},
             "ward-level": {"value": "ward"},
             "ward-purpose": {"value": "own-unit"},
             "ward-size-mean": {"value": 2900, "qualifier": "at-most"},
             "fte-total": {"value": 56, "unit": "hours-per-week", "definition": "coordinators-only"},
             "office-kind": {"value": "none"},
             "ward-budget": {"missing": "not-stated"}}
            """;

    private Sample() {}
}
