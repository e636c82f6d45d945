package org.muniment.command.dispatch;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * What every event carries beside its payload: who, in which role, why, by which command, and what
 * ties it to its cause; and whom they acted for, where they are a deputy. {@code why} is the reason
 * in the command's body, else the one sent with the request.
 */
public final class Provenance implements CorrelationDataProvider {
    public static final String BY = "by";
    public static final String ROLE = "role";
    public static final String ON_BEHALF_OF = "onBehalfOf";
    static final String WHY = "why";
    static final String COMMAND = "command";
    static final String CORRELATION_ID = "correlationId";
    static final String IMPORT = "import";
    static final String CAUSATION_ID = "causationId";

    private final boolean demo;

    Provenance(boolean demo) {
        this.demo = demo;
    }

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> carried = new HashMap<>(message.getMetaData());
        carried.remove(Commands.EXPECTED_VERSION);
        carried.remove(Commands.VERSION_REQUIRED);
        carried.remove(Commands.RETRY);
        carried.remove(Commands.WARRANT);
        carried.put(CAUSATION_ID, message.getIdentifier());
        if (message instanceof CommandMessage<?> && demo) {
            carried.put("demo", true);
        }
        return carried;
    }
}
