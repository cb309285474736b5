package nl.wijkvergelijk.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.Operation;

/**
 * Every text that can be written to survey-service, and whether it may become public. A string member of a write body that has no line here fails
 * {@link SecretsIT}; one that is private gets a text of its own, which must not be found anywhere in public.
 */
final class Canaries {

    /** What every private text begins with. */
    static final String MARK = "kanarie-";

    /** Some of the private ones are private only in the place where {@link Nest} puts them, as it says. */
    private static final Map<String, Boolean> IS_PRIVATE = parse("""
            AgreementWrite.dissent                  public   with the description
            AgreementWrite.onBehalf                 public   with the description
            Answer.asOf                             public
            Answer.asPrinted                        public
            Answer.basis                            public
            Answer.comment                          private
            Answer.correction                       public
            Answer.currency                         public
            Answer.definition                       public
            Answer.note                             public
            Answer.period                           public
            Answer.unit                             public
            Answer.value                            public
            AnswersWrite.onBehalf                   public   with the figure
            AnswersWrite.reason                     private
            BallotWrite.onBehalf                    private
            Citation.evidence                       private
            Citation.moment                         private
            Citation.page                           public
            Citation.section                        public
            CommentWrite.onBehalf                   private
            CommentWrite.section                    public   the id of a section
            CommentWrite.text                       private
            CopyWrite.from                          public   the id of a round
            DescriptionWrite.reason                 private
            DescriptionWrite.sections.*             private  in a version that was replaced
            DispositionWrite.why                    private
            ErasureWrite.account                    private
            ErasureWrite.email                      private
            ErasureWrite.reason                     private
            Evidence.document.date                  public
            Evidence.document.publisher             public
            Evidence.document.title                 public
            Evidence.interview.date                 public
            Evidence.interview.group                public
            Evidence.page                           public
            Evidence.section                        public
            EvidenceCorrection.reason               private
            EvidenceWrite.id                        private
            FiledDocument.date                      public
            FiledDocument.publisher                 private  of a document that is not public
            FiledDocument.title                     private  of a document that is not public
            FiledDocument.url                       private  of a document that is not public
            FiledInterview.date                     public
            FiledInterview.reason                   public   why the procedure was deviated from
            FiledInterview.role                     private
            FindingWrite.id                         public
            FindingWrite.indicators[]               public
            FindingWrite.municipalities[]           public
            FindingWrite.parent                     public
            FindingWrite.reason                     private
            FindingWrite.text.en                    private  of a draft
            FindingWrite.text.nl                    private  of a draft
            GroupWrite.description.en               private  of a draft
            GroupWrite.description.nl               private  of a draft
            GroupWrite.municipalities[]             public
            GroupWrite.name.en                      private  of a draft
            GroupWrite.name.nl                      private  of a draft
            GroupWrite.reason                       private
            GroupWrite.source                       private  of a draft
            MunicipalityWrite.name                  public
            MunicipalityWrite.successors[]          public
            Option.code                             public
            ParticipantWrite.contact.email          private
            PassWrite.codes[]                       public   the code of a warning
            PassWrite.reason                        private
            ProposalDecisions.confirm[]             public   the id of a question
            ProposalDecisions.dismiss[]             public   the id of a question
            ProposalDecisions.onBehalf              public   with the figure
            ProposalDecisions.reason                private
            PublicationWrite.findings[]             public
            PublicationWrite.groups[]               public
            PublicationWrite.municipalities[]       public
            PublicationWrite.reason                 public   where it corrects
            Question.bases[]                        public
            Question.currencies[]                   public
            Question.form                           public
            Question.id                             public
            Question.measure                        public
            Question.measures.*                     public
            Question.periods[]                      public
            Question.unit                           public
            Question.units[]                        public
            Questionnaire.id                        public
            Questionnaire.rules[].id                public
            Questionnaire.rules[].kind              public
            Questionnaire.rules[].questions[]       public
            Questionnaire.rules[].when.*.*[]        public
            Questionnaire.sections[].id             public
            QuestionnaireReference.id               public
            RatingSessionWrite.items[]              public
            RatingTotalsWrite.reason                private
            RatingTransitionWrite.reason            private  of a step that publishes nothing
            RemarkWrite.question                    public   the id of a question
            RemarkWrite.text                        private
            RedactionWrite.question                 public   the id of a question
            RedactionWrite.reason                   private  of what was not public
            ReplyWrite.onBehalf                     private
            ReplyWrite.text                         private
            ResolutionWrite.clarification           public
            ResolutionWrite.reason                  private
            RestoreWrite.onBehalf                   public   with the figure
            RestoreWrite.reason                     private
            RoundPatch.fullTimeHoursSource          public
            RoundWrite.fullTimeHoursSource          public
            RoundWrite.id                           public
            Scale.id                                public
            Statement.asOf                          public
            Statement.asPrinted                     public
            Statement.basis                         public
            Statement.currency                      public
            Statement.definition                    public
            Statement.note                          public
            Statement.period                        public
            Statement.resolved                      public
            Statement.unit                          public
            Statement.value                         public
            TableColumn.id                          public
            Text.en                                 public
            Text.nl                                 public
            TransitionWrite.onBehalf                public   with the publication
            TransitionWrite.reason                  private  of a step that publishes nothing
            """);

    private Canaries() {}

    private static Map<String, Boolean> parse(String table) {
        return table.lines()
                .map(line -> line.split("\\s+"))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1].equals("private")));
    }

    static Set<String> classified() {
        return new TreeSet<>(IS_PRIVATE.keySet());
    }

    static Set<String> confidential() {
        return IS_PRIVATE.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(each -> text(each.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The text that is put in a private member; fit for an id, too. */
    static String text(String member) {
        return MARK
                + member.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    }

    /** Every member of a write body of the contract that takes a text of somebody's choice. */
    static Set<String> written() {
        Set<String> members = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Operation.all("api-spec/survey.openapi.yaml").stream()
                .filter(Operation::isWrite)
                .forEach(operation -> collect(operation, operation.body(), "", members, seen));
        return members;
    }

    private static void collect(
            Operation operation, JsonNode schema, String at, Set<String> members, Set<String> seen) {
        if (schema.has("$ref")) {
            JsonNode named = operation.resolved(schema);
            String name = schema.path("$ref").asText().replaceFirst(".*/", "");
            boolean isThing = named.has("properties");
            if (!isThing || seen.add(name)) {
                collect(operation, named, isThing ? name : at, members, seen);
            }
            return;
        }
        boolean isClosed = schema.has("enum") || schema.path("format").asText().equals("date");
        boolean isAnything = !schema.has("type") && !schema.has("oneOf") && !schema.has("allOf") && !at.isEmpty();
        if (!isClosed && (schema.path("type").asText().equals("string") || isAnything)) {
            members.add(at);
        }
        schema.path("properties")
                .fields()
                .forEachRemaining(each -> collect(operation, each.getValue(), at + "." + each.getKey(), members, seen));
        if (schema.path("additionalProperties").isObject()) {
            collect(operation, schema.path("additionalProperties"), at + ".*", members, seen);
        }
        if (schema.has("items")) {
            collect(operation, schema.path("items"), at + "[]", members, seen);
        }
        for (String several : new String[] {"oneOf", "allOf", "anyOf"}) {
            schema.path(several).forEach(each -> collect(operation, each, at, members, seen));
        }
    }
}
