package org.muniment.ops.log;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import java.util.concurrent.TimeUnit;

/** One context of an Axon Server, and our connection to it. */
public final class AxonServer implements AutoCloseable {
    private static final long CONNECT_SECONDS = 5;
    private static final long RECONNECT_MILLIS = 500;

    /** A freeze's event holds a whole pack, and a file of commands may have 10 MB. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final AxonServerConnectionFactory servers;
    private final String context;

    AxonServer(AxonServerAddress address) {
        AxonServerConnectionFactory.Builder builder =
                AxonServerConnectionFactory.forClient("muniment")
                        .routingServers(new ServerAddress(address.host(), address.port()))
                        .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .reconnectInterval(RECONNECT_MILLIS, TimeUnit.MILLISECONDS)
                        .maxInboundMessageSize(MOST_BYTES);
        if (address.token() != null) {
            builder.token(address.token());
        }
        if (address.tls()) {
            builder.useTransportSecurity();
        }
        servers = builder.build();
        context = address.context();
    }

    public AxonServerConnection connection() {
        return servers.connect(context);
    }

    @Override
    public void close() {
        servers.shutdown();
    }
}
