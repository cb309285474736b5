package nl.wijkvergelijk.comparison.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Round;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Licence;
import nl.wijkvergelijk.comparison.representation.PublicAddress;
import nl.wijkvergelijk.http.Text;

/**
 * The catalogue by which other catalogues find the data: DCAT-AP-NL 3 as JSON-LD. A dataset per round that has published figures, and per topic and form a distribution, whose
 * address asks for what is published now and whose download stays the version that is described.
 */
final class DcatCatalog {

    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    private final Dataset dataset;
    private final PublicAddress about;
    private final String base;

    private DcatCatalog(Dataset dataset, PublicAddress about) {
        this.dataset = dataset;
        this.about = about;
        this.base = about.address() + "/v1";
    }

    /** The whole catalogue; empty when no round has figures. */
    static Map<String, Object> of(Dataset dataset, PublicAddress about) {
        return new DcatCatalog(dataset, about).catalog();
    }

    private Map<String, Object> catalog() {
        List<Map<String, Object>> datasets = dataset.rounds().values().stream()
                .filter(round -> !dataset.members(round.id()).isEmpty())
                .map(this::ofRound)
                .toList();
        if (datasets.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", context());
        document.putAll(described(DcatNode.of(base + "/catalog", "dcat:Catalog"))
                .text(
                        "dct:title",
                        new Text(
                                "Wijkvergelijk: wijkgericht werken vergeleken",
                                "Wijkvergelijk: neighbourhood-oriented work compared"))
                .text(
                        "dct:description",
                        new Text(
                                "Wat Nederlandse gemeenten over hun wijkgericht werken rapporteerden, per ronde vergeleken.",
                                "What Dutch municipalities reported of their neighbourhood-oriented work, compared by round."))
                .link("foaf:homepage", about.address() + "/")
                .typed("dct:license", Licence.OURS.url(), "dct:LicenseDocument")
                .with("dcat:dataset", datasets)
                .with("dcat:service", service())
                .members());
        return document;
    }

    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("dcat", "http://www.w3.org/ns/dcat#");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("foaf", "http://xmlns.com/foaf/0.1/");
        context.put("skos", "http://www.w3.org/2004/02/skos/core#");
        context.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return context;
    }

    /** What catalogue, datasets and service all say. */
    private DcatNode described(DcatNode node) {
        return node.with("dct:publisher", publisher())
                .with(
                        "dcat:contactPoint",
                        DcatNode.of(null, "vcard:Organization")
                                .with("@type", List.of("vcard:Kind", "vcard:Organization"))
                                .with("vcard:fn", about.publisherName())
                                .link("vcard:hasEmail", "mailto:" + about.email())
                                .members())
                .with("dct:language", List.of(language("NLD"), language("ENG")));
    }

    private Map<String, Object> publisher() {
        return DcatNode.of(about.publisher(), "foaf:Agent")
                .with("foaf:name", about.publisherName())
                .members();
    }

    private static Map<String, Object> language(String code) {
        return DcatNode.of(EU + "language/" + code, "dct:LinguisticSystem").members();
    }

    private static DcatNode open(DcatNode node) {
        return node.typed("dct:accessRights", EU + "access-right/PUBLIC", "dct:RightsStatement")
                .typed("dcat:theme", EU + "data-theme/GOVE", "skos:Concept");
    }

    private Map<String, Object> ofRound(Round round) {
        String id = base + "/catalog#round-" + round.id();
        long version = dataset.version(round.id());
        return open(described(DcatNode.of(id, "dcat:Dataset")))
                .with("dct:identifier", id)
                .text("dct:title", round.title())
                .text(
                        "dct:description",
                        new Text(
                                "Cijfers van %d gemeenten in ronde %s, met status, onzekerheid, waarschuwingen en herkomst."
                                        .formatted(dataset.members(round.id()).size(), round.id()),
                                "Figures of %d municipalities in round %s, with status, uncertainty, warnings and provenance."
                                        .formatted(dataset.members(round.id()).size(), round.id())))
                .with("dct:creator", publisher())
                .with("dcat:version", String.valueOf(version))
                .moment("dct:modified", dataset.publishedAt(round.id()).toString())
                .text("dcat:keyword", new Text("wijkgericht werken", "neighbourhood-oriented work"))
                .typed("dct:spatial", EU + "country/NLD", "dct:Location")
                .with("dcat:distribution", distributions(round, version))
                .members();
    }

    private List<Map<String, Object>> distributions(Round round, long version) {
        List<Map<String, Object>> distributions = new ArrayList<>();
        for (Topic topic : dataset.definitions().topics().values()) {
            for (Format format : Format.OF_TABLES) {
                distributions.add(distribution(round, topic, format, version));
            }
        }
        return distributions;
    }

    private Map<String, Object> distribution(Round round, Topic topic, Format format, long version) {
        String address = "%s/comparisons/%s?round=%s&format=%s".formatted(base, topic.id(), round.id(), format.code());
        String mediaType = format.contentType().replaceAll(";.*", "");
        DcatNode node = DcatNode.of(
                        base + "/catalog#" + round.id() + "-" + topic.id() + "-" + format.code(), "dcat:Distribution")
                .text(
                        "dct:title",
                        new Text(
                                topic.title().nl() + ", " + round.id() + ", " + format.code(),
                                topic.title().en() + ", " + round.id() + ", " + format.code()))
                .typed("dct:license", Licence.OURS.url(), "dct:LicenseDocument")
                .typed("dcat:accessURL", address, "foaf:Document")
                .typed("dcat:downloadURL", address + "&dataset=" + version, "foaf:Document")
                .typed("dcat:mediaType", MEDIA_TYPES + mediaType, "dct:MediaType")
                .typed("dct:format", EU + "file-type/" + fileType(format), "dct:MediaTypeOrExtent")
                .link("dcat:accessService", base);
        if (format == Format.JSON_STAT) {
            node.typed("dct:conformsTo", Format.JSON_STAT_PROFILE, "dct:Standard");
        }
        return node.members();
    }

    private static String fileType(Format format) {
        return switch (format) {
            case JSON, JSON_STAT -> "JSON";
            case CSV -> "CSV";
            case XLSX -> "XLSX";
            case JSON_LD -> "JSON_LD";
        };
    }

    private Map<String, Object> service() {
        return open(described(DcatNode.of(base, "dcat:DataService")))
                .with("dct:identifier", base)
                .text("dct:title", new Text("Wijkvergelijk, vergelijkingen", "Wijkvergelijk, comparisons"))
                .text(
                        "dct:description",
                        new Text(
                                "Vergelijkingen per onderwerp, losse cijfers met hun herkomst, bevindingen en profielen; open, alleen lezen.",
                                "Comparisons by topic, figures with their provenance, findings and profiles; open, read-only."))
                .typed("dct:license", Licence.OURS.url(), "dct:LicenseDocument")
                .link("dcat:endpointURL", base)
                .link("dcat:endpointDescription", base + "/openapi.json")
                .with(
                        "dcat:servesDataset",
                        dataset.rounds().values().stream()
                                .filter(round -> !dataset.members(round.id()).isEmpty())
                                .map(round -> Map.of("@id", base + "/catalog#round-" + round.id()))
                                .toList())
                .members();
    }
}
