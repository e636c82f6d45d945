package org.muniment.ops.nodes;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.Registration;
import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.muniment.ops.log.AxonServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** As commands of Axon Server's, which knows who has said that they handle them. */
final class AxonServerRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(AxonServerRoutes.class);
    private static final String PREFIX = "muniment.";
    private static final int AT_A_TIME = 32;

    /** As many at a time as may wait for the connection that writes. */
    private static final int LOAD = 100;

    /** A freeze or an import may take this long. */
    private static final long PATIENCE_SECONDS = 60;

    private static final String FAILED = "MUNIMENT-FAILED";

    private final AxonServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
    private Registration serving;

    AxonServerRoutes(AxonServer server) {
        this.server = server;
    }

    @Override
    public byte[] send(String kind, byte[] message) {
        Command command =
                Command.newBuilder()
                        .setMessageIdentifier(UUID.randomUUID().toString())
                        .setName(PREFIX + kind)
                        .setTimestamp(System.currentTimeMillis())
                        .setPayload(payload(message))
                        .build();
        try {
            CommandResponse response =
                    server.connection()
                            .commandChannel()
                            .sendCommand(command)
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!response.getErrorCode().isEmpty()) {
                throw new NobodyWrites(response.getErrorMessage().getMessage(), null);
            }
            return response.getPayload().getData().toByteArray();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NobodyWrites("stopped while waiting", stopped);
        } catch (ExecutionException failed) {
            throw new NobodyWrites("nobody could be reached", failed.getCause());
        } catch (TimeoutException late) {
            throw new NobodyWrites("nobody has answered", late);
        }
    }

    @Override
    public synchronized void serve(Map<String, UnaryOperator<byte[]>> handlers) {
        stopServing();
        String[] names =
                handlers.keySet().stream().map(kind -> PREFIX + kind).toArray(String[]::new);
        serving =
                server.connection()
                        .commandChannel()
                        .registerCommandHandler(
                                command ->
                                        CompletableFuture.supplyAsync(
                                                () -> answer(handlers, command), workers),
                                LOAD,
                                names);
    }

    private static CommandResponse answer(
            Map<String, UnaryOperator<byte[]>> handlers, Command command) {
        CommandResponse.Builder response =
                CommandResponse.newBuilder()
                        .setMessageIdentifier(UUID.randomUUID().toString())
                        .setRequestIdentifier(command.getMessageIdentifier());
        try {
            String kind = command.getName().substring(PREFIX.length());
            byte[] message = command.getPayload().getData().toByteArray();
            response.setPayload(payload(handlers.get(kind).apply(message)));
        } catch (RuntimeException failed) {
            LOG.error("What another process asked for failed", failed);
            response.setErrorCode(FAILED)
                    .setErrorMessage(
                            ErrorMessage.newBuilder().setMessage("the process that writes failed"));
        }
        return response.build();
    }

    private static SerializedObject payload(byte[] message) {
        return SerializedObject.newBuilder()
                .setType(PREFIX + "message")
                .setData(ByteString.copyFrom(message))
                .build();
    }

    @Override
    public synchronized void stopServing() {
        if (serving != null) {
            serving.cancel();
            serving = null;
        }
    }

    @Override
    public void close() {
        stopServing();
        workers.shutdown();
    }
}
