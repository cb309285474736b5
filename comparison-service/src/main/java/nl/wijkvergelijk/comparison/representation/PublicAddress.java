package nl.wijkvergelijk.comparison.representation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the public reaches this service and who answers for it; files that are taken away say so, and no request may decide that. */
@ConfigMapping(prefix = "wijkvergelijk.public")
public interface PublicAddress {

    /** Scheme and host, without a slash at the end. */
    @WithDefault("http://127.0.0.1:8081")
    String address();

    /** Who publishes, as an address that identifies it: for a government body the one in the register of organisations (TOOI). */
    @WithDefault("https://wijkvergelijk.nl/")
    String publisher();

    /** The publisher's name. */
    @WithDefault("Wijkvergelijk")
    String publisherName();

    /** Where questions go. */
    @WithDefault("api@wijkvergelijk.nl")
    String email();
}
