package nl.wijkvergelijk.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Serves the contract as it is written. */
@Path("/openapi.json")
class ContractResource {

    private final Contract contract;

    ContractResource(Contract contract) {
        this.contract = contract;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] openapi() {
        return contract.json();
    }
}
