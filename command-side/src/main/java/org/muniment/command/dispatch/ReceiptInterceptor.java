package org.muniment.command.dispatch;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.muniment.command.dispatch.EventPositions.StreamHead;

/**
 * Carries out nothing twice that was sent with a key, checks the version the sender expects, and
 * answers with a promise of where the command ended. It is kept only when the transaction has
 * committed: nobody can read it before the events are on disk. A row of an import has neither key
 * nor version nor receipt of its own.
 */
final class ReceiptInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    private static final String HEAD = ReceiptInterceptor.class.getName();

    private final CommandTargetResolver targets = AnnotationCommandTargetResolver.builder().build();
    private final EventPositions positions;
    private final AnsweredRequests answered;

    ReceiptInterceptor(EventPositions positions, AnsweredRequests answered) {
        this.positions = positions;
        this.answered = answered;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        CommandMessage<?> command = work.getMessage();
        if (command.getMetaData().containsKey(Provenance.IMPORT)) {
            return chain.proceed();
        }
        Optional<StreamHead> first = answered.find(command);
        if (first.isPresent()) {
            return CompletableFuture.completedFuture(first.get());
        }
        String stream = targets.resolveTarget(command).getIdentifier();
        StreamHead before = positions.headOf(stream);
        requireExpectedVersion(command, before);
        chain.proceed();
        int notes = answered.note(command, stream, before.version());
        CompletableFuture<StreamHead> receipt = new CompletableFuture<>();
        work.onPrepareCommit(
                appended -> work.resources().put(HEAD, headSince(before, stream, notes)));
        work.afterCommit(committed -> receipt.complete(work.getResource(HEAD)));
        return receipt;
    }

    /** {@code notes} is how many events stand behind the command's own. */
    private StreamHead headSince(StreamHead before, String stream, int notes) {
        StreamHead after = positions.headOf(stream);
        return after.equals(before)
                ? before
                : new StreamHead(after.version(), positions.last() - notes);
    }

    /** Of an unknown thing nothing is expected: it is the aggregate that says so. */
    private static void requireExpectedVersion(CommandMessage<?> command, StreamHead head) {
        if (head.version() == 0) {
            return;
        }
        Long expected = (Long) command.getMetaData().get(Commands.EXPECTED_VERSION);
        if (expected == null && command.getMetaData().containsKey(Commands.VERSION_REQUIRED)) {
            throw new VersionMissing();
        }
        if (expected != null && head.version() != expected) {
            throw new StaleVersion(expected, head.version());
        }
    }
}
