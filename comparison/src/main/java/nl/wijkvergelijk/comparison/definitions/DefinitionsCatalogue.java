package nl.wijkvergelijk.comparison.definitions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All numbers of the definitions, kept for ever. */
public final class DefinitionsCatalogue {

    private final Map<Integer, Definitions> byNumber;

    /** A catalogue of exactly these numbers. */
    public DefinitionsCatalogue(Collection<Definitions> all) {
        this.byNumber = all.stream()
                .collect(Collectors.toMap(
                        Definitions::number,
                        d -> d,
                        (a, b) -> {
                            throw new InvalidDefinitions("definitions " + a.number() + " exist twice");
                        },
                        TreeMap::new));
    }

    /** Reads {@code api-spec/definitions/1.yaml}, 2.yaml … from the classpath, up to the last that is there; refuses invalid ones. */
    public static DefinitionsCatalogue fromClasspath() {
        List<Definitions> all = new ArrayList<>();
        for (int number = 1; ; number++) {
            String name = "api-spec/definitions/" + number + ".yaml";
            try (InputStream in = DefinitionsCatalogue.class.getClassLoader().getResourceAsStream(name)) {
                if (in == null) {
                    break;
                }
                Definitions definitions = DefinitionsReader.read(name, in);
                if (definitions.number() != number) {
                    throw new InvalidDefinitions(name + ": says that it is number " + definitions.number());
                }
                all.add(definitions);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (all.isEmpty()) {
            throw new InvalidDefinitions("there is no api-spec/definitions/1.yaml");
        }
        return new DefinitionsCatalogue(all);
    }

    /** The definitions of this number; throws {@link InvalidDefinitions} when this release does not know them. */
    public Definitions number(int number) {
        Definitions found = byNumber.get(number);
        if (found == null) {
            throw new InvalidDefinitions("definitions " + number + " are not known here; known: " + byNumber.keySet());
        }
        return found;
    }

    /** All of them, by number. */
    public Collection<Definitions> all() {
        return byNumber.values();
    }
}
