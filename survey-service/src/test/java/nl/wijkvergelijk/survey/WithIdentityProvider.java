package nl.wijkvergelijk.survey;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** The service as an installation has it: people come from an identity provider, and there are no demo accounts. */
public class WithIdentityProvider implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Issuer.class));
    }
}
