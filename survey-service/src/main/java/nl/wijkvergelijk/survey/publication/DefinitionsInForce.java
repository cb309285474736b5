package nl.wijkvergelijk.survey.publication;

import jakarta.enterprise.context.ApplicationScoped;

/** The number of the newest definitions that this service was built with. That there are newer ones is published when it starts. */
@ApplicationScoped
class DefinitionsInForce {

    private final int number;

    DefinitionsInForce() {
        int newest = 0;
        while (exists(newest + 1)) {
            newest++;
        }
        number = newest;
    }

    int number() {
        return number;
    }

    private static boolean exists(int number) {
        return Thread.currentThread().getContextClassLoader().getResource("api-spec/definitions/" + number + ".yaml")
                != null;
    }
}
