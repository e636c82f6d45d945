package org.muniment.command.person;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.muniment.command.dispatch.StaleVersion;
import org.muniment.kernel.person.FieldCommitment;
import org.muniment.kernel.person.PersonalField;
import org.muniment.kernel.person.PersonalText;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.words.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the vault in step with the log, which decides: texts are in the vault before the log speaks
 * of them, and whatever the log does not speak of leaves the vault before the sender is told. Where
 * it is not known whether a command reached the disk, nothing is removed until the next command or
 * the next start, when it is known.
 */
@Component
public class VaultInStep {
    private static final Logger LOG = LoggerFactory.getLogger(VaultInStep.class);

    private final Vault vault;
    private final InForce log;

    /** One at a time: another command's texts, kept but not in the log yet, must not be removed. */
    private final Lock turn = new ReentrantLock();

    VaultInStep(Vault vault, InForce log) {
        this.vault = vault;
        this.log = log;
    }

    /**
     * After a crash the vault may hold what never reached the log, or what was erased in it. To be
     * called once it is known that the log is whole: under a log cut short by mistake, texts that
     * are needed would be removed.
     */
    public void settleAll() {
        for (SubjectId person : vault.people()) {
            turn.lock();
            try {
                settle(person);
            } catch (VaultUnavailable left) {
                LOG.error("The vault could not be brought in step with the log", left);
            } finally {
                turn.unlock();
            }
        }
    }

    <T> T saying(
            SubjectId person,
            Map<PersonalField, PersonalText> texts,
            Function<List<FieldCommitment>, T> command) {
        return inStep(person, () -> command.apply(vault.keep(person, texts)));
    }

    <T> T inStep(SubjectId person, Supplier<T> command) {
        turn.lock();
        try {
            T answer = command.get();
            settle(person);
            return answer;
        } catch (Refused | StaleVersion | AggregateNotFoundException refused) {
            settle(person);
            throw refused;
        } finally {
            turn.unlock();
        }
    }

    private void settle(SubjectId person) {
        vault.settle(person, log.of(person));
    }
}
