package org.muniment.ops.engines;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Engines for tests that need them empty. Their addresses are given, or they are skipped. */
public final class GivenEngines {
    public static final String AXON_SERVER = "axonserver.emptied";
    public static final String NO_AXON_SERVER =
            "no Axon Server that may be emptied was given: -Daxonserver=host:port and, in its"
                    + " development mode, -Daxonserver.emptied=http://host:port";
    public static final String MONGODB = "mongodb";
    public static final String NO_MONGODB = "no MongoDB was given: -Dmongodb=uri";

    private GivenEngines() {}

    /** The address of Axon Server, which then holds nothing. */
    public static String emptyAxonServer() throws IOException, InterruptedException {
        URI purge = URI.create(System.getProperty(AXON_SERVER) + "/v1/devmode/purge-events");
        int status =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(purge).DELETE().build(),
                                BodyHandlers.discarding())
                        .statusCode();
        assertThat(status).isEqualTo(200);
        return System.getProperty("axonserver");
    }

    static void dropDatabase(String uri, String name) {
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase(name).drop();
        }
    }
}
