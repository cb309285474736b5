package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0",
        "2001:db8:1:2::1, 2001:db8:1:2:0:0:0:0",
        "2001:db8:1:3::1, 2001:db8:1:3:0:0:0:0",
        "::ffff:203.0.113.7, 203.0.113.7"
    })
    void allAddressesOfOneIpv6NetworkAreOneClient(String address, String client) {
        assertEquals(Optional.of(client), Client.network(address));
    }

    @ParameterizedTest
    @CsvSource({"unknown", "203.0.113", "'<script>'", "''"})
    void whatIsNoAddressIsNobody(String address) {
        assertEquals(Optional.empty(), Client.network(address));
    }
}
