package org.muniment.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.EventPositions.StreamHead;
import org.muniment.command.partnership.ChorleySouthRibble;

class ReceiptInterceptorTest {
    private final MemoryLog log = new MemoryLog();
    private final ReceiptInterceptor interceptor =
            new ReceiptInterceptor(
                    log,
                    new AnsweredRequests(
                            EmbeddedEventStore.builder().storageEngine(log).build(), log));
    private final DefaultUnitOfWork<CommandMessage<?>> work =
            DefaultUnitOfWork.startAndGet(
                    new GenericCommandMessage<>(
                            ChorleySouthRibble.establish(), Map.of(Commands.EXPECTED_VERSION, 0L)));
    private CompletableFuture<?> receipt;

    @AfterEach
    void endTheWork() {
        if (work.isActive()) {
            work.rollback();
        }
    }

    @Test
    void theReceiptIsPromisedAndKeptOnlyAfterTheCommit() throws Exception {
        List<Boolean> keptWhenCommitting = new ArrayList<>();
        work.onCommit(committing -> keptWhenCommitting.add(receipt.isDone()));
        receipt = handle(this::append);
        assertThat(receipt).isNotDone();

        work.commit();

        assertThat(keptWhenCommitting).containsExactly(false);
        assertThat(receipt.join()).isEqualTo(new StreamHead(1, 1));
    }

    @Test
    void aTransactionThatIsRolledBackNeverGivesAReceipt() throws Exception {
        receipt = handle(this::append);

        work.rollback();

        assertThat(receipt).isNotDone();
    }

    @Test
    void aCommitThatFailsNeverGivesAReceipt() throws Exception {
        work.onCommit(
                committing -> {
                    throw new IllegalStateException("disk full");
                });
        receipt = handle(this::append);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(work::commit);

        assertThat(receipt).isNotDone();
        assertThat(log.events()).isEmpty();
    }

    @Test
    void aHandlerThatFailsIsNotAnsweredWithAPromise() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () ->
                                handle(
                                        () -> {
                                            throw new IllegalStateException("refused");
                                        }));
    }

    private CompletableFuture<?> handle(InterceptorChain chain) throws Exception {
        return (CompletableFuture<?>) interceptor.handle(work, chain);
    }

    private Object append() {
        work.onPrepareCommit(
                preparing ->
                        log.appendEvents(
                                List.of(
                                        new GenericDomainEventMessage<>(
                                                "Partnership",
                                                ChorleySouthRibble.ID.toString(),
                                                0,
                                                ChorleySouthRibble.established()))));
        return "done";
    }
}
