package org.muniment.command.dispatch;

import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.muniment.command.dispatch.EventPositions.StreamHead;

/**
 * Checks the version the sender expects, and answers with a promise of where the command ended. It
 * is kept only when the transaction has committed: nobody can read it before the events are on
 * disk. A row of an import expects no version, and has no receipt of its own.
 */
final class ReceiptInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    private static final String HEAD = ReceiptInterceptor.class.getName();

    private final CommandTargetResolver targets = AnnotationCommandTargetResolver.builder().build();
    private final EventPositions positions;

    ReceiptInterceptor(EventPositions positions) {
        this.positions = positions;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        if (work.getMessage().getMetaData().containsKey(Provenance.IMPORT)) {
            return chain.proceed();
        }
        String stream = targets.resolveTarget(work.getMessage()).getIdentifier();
        StreamHead before = positions.headOf(stream);
        requireExpectedVersion(work.getMessage(), before);
        chain.proceed();
        CompletableFuture<StreamHead> receipt = new CompletableFuture<>();
        work.onPrepareCommit(appended -> work.resources().put(HEAD, headSince(before, stream)));
        work.afterCommit(committed -> receipt.complete(work.getResource(HEAD)));
        return receipt;
    }

    private StreamHead headSince(StreamHead before, String stream) {
        StreamHead after = positions.headOf(stream);
        return after.equals(before) ? before : new StreamHead(after.version(), positions.last());
    }

    private static void requireExpectedVersion(CommandMessage<?> command, StreamHead head) {
        Long expected = (Long) command.getMetaData().get(Commands.EXPECTED_VERSION);
        if (expected != null && head.version() > 0 && head.version() != expected) {
            throw new StaleVersion(expected, head.version());
        }
    }
}
