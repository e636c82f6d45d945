package org.muniment.ops.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.command.person.VaultUnavailable;
import org.muniment.kernel.person.FieldCommitment;
import org.muniment.kernel.person.Opening;
import org.muniment.kernel.person.PersonalField;
import org.muniment.kernel.person.PersonalText;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.words.Refused;
import org.muniment.ops.files.DurableFile;
import org.muniment.ops.log.CannotStart;
import org.muniment.ops.safe.FileSafe;
import org.muniment.ops.safe.MasterKey;
import org.muniment.query.people.CannotBeOpened;

class PersonVaultTest {
    private static final SubjectId PERSON = new SubjectId("p-0042");
    private static final SubjectId OTHER = new SubjectId("p-0043");
    private static final Map<PersonalField, PersonalText> SAID =
            Map.of(
                    PersonalField.POST, new PersonalText("Clerk"),
                    PersonalField.NAME, new PersonalText("Jane Roe"));
    private static final Map<PersonalField, PersonalText> SAID_ANEW =
            Map.of(PersonalField.NAME, new PersonalText("Jane Doe"));

    @TempDir private Path data;
    private Path directory;
    private Path key;
    private PersonVault vault;

    @BeforeEach
    void open() {
        directory = data.resolve("vault");
        key = directory.resolve("key");
        vault = PersonVault.open(new FileSafe(directory), key);
    }

    @Test
    void whatIsKeptOpensItsCommitmentsInTheOrderOfTheFields() {
        List<FieldCommitment> kept = vault.keep(PERSON, SAID);

        assertThat(kept)
                .extracting(FieldCommitment::field)
                .containsExactly(PersonalField.NAME, PersonalField.POST);
        assertThat(vault.of(PERSON))
                .extracting(opening -> opening.commitment(PERSON))
                .isEqualTo(kept);
        assertThat(texts(PERSON)).containsExactly("Jane Roe", "Clerk");
        assertThat(PersonVault.open(new FileSafe(directory), key).of(PERSON))
                .isEqualTo(vault.of(PERSON));
    }

    @Test
    void aTextThatIsKeptAgainKeepsItsCommitmentAndAnotherPersonsDoesNot() {
        List<FieldCommitment> kept = vault.keep(PERSON, SAID);

        assertThat(vault.keep(PERSON, SAID)).isEqualTo(kept);
        assertThat(vault.keep(OTHER, SAID)).doesNotContainAnyElementsOf(kept);
    }

    @Test
    void whatIsInForceStaysWhileSomethingElseIsBroughtAndOneOfThemGoesAfterwards() {
        List<FieldCommitment> before = vault.keep(PERSON, SAID);
        List<FieldCommitment> after = vault.keep(PERSON, SAID_ANEW);
        assertThat(texts(PERSON)).containsExactly("Jane Roe", "Clerk", "Jane Doe");

        vault.settle(PERSON, after);
        assertThat(texts(PERSON)).containsExactly("Jane Doe");

        vault.settle(PERSON, before);
        assertThat(texts(PERSON)).isEmpty();
    }

    @Test
    void nothingIsLeftOfWhomTheLogDoesNotSpeak() throws IOException {
        vault.keep(PERSON, SAID);
        vault.keep(OTHER, SAID);
        Files.copy(file(PERSON), DurableFile.fresh(file(PERSON)));
        Files.copy(file(PERSON), DurableFile.fresh(file(new SubjectId("p-0044"))));
        assertThat(vault.people()).hasSize(3);

        for (SubjectId person : vault.people()) {
            vault.settle(person, List.of());
        }

        assertThat(directory).isDirectoryContaining("glob:**/key");
        assertThat(Files.list(directory)).hasSize(1);
    }

    @Test
    void everyFileIsForItsOwnerAloneAndNeverTheSameTwice() throws IOException {
        vault.keep(PERSON, SAID);
        byte[] once = Files.readAllBytes(file(PERSON));
        List<FieldCommitment> brought = vault.keep(PERSON, SAID_ANEW);
        vault.settle(PERSON, brought);
        List<FieldCommitment> back = vault.keep(PERSON, SAID);
        vault.settle(PERSON, back);

        assertThat(Files.readAllBytes(file(PERSON))).hasSameSizeAs(once).isNotEqualTo(once);
        assertThat(new String(once, StandardCharsets.ISO_8859_1))
                .doesNotContain("Jane Roe", "\"name\"");
        assertThat(permissions(file(PERSON))).isEqualTo("rw-------");
        assertThat(permissions(key)).isEqualTo("rw-------");
        assertThat(permissions(directory)).isEqualTo("rwx------");
    }

    @Test
    void aChangedByteIsNoticedWhereverItIs() throws IOException {
        vault.keep(PERSON, SAID);
        byte[] stored = Files.readAllBytes(file(PERSON));

        for (int i = 0; i < stored.length; i++) {
            byte[] changed = stored.clone();
            changed[i] ^= 1;
            Files.write(file(PERSON), changed);
            assertThatExceptionOfType(CannotBeOpened.class).isThrownBy(() -> vault.of(PERSON));
        }
        Files.write(file(PERSON), new byte[3]);
        assertThatExceptionOfType(CannotBeOpened.class).isThrownBy(() -> vault.of(PERSON));
    }

    @Test
    void oneFileCannotBePassedOffAsAnothers() throws IOException {
        vault.keep(PERSON, SAID);
        Files.copy(file(PERSON), file(OTHER));

        assertThatExceptionOfType(CannotBeOpened.class).isThrownBy(() -> vault.of(OTHER));
    }

    @Test
    void whatCannotBeOpenedIsNeverWrittenOverButErasedAllTheSame() throws IOException {
        List<FieldCommitment> kept = vault.keep(PERSON, SAID);
        byte[] stored = Files.readAllBytes(file(PERSON));
        MasterKey.in(data.resolve("foreign"));
        PersonVault foreign = PersonVault.open(new FileSafe(directory), data.resolve("foreign"));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> foreign.keep(PERSON, SAID_ANEW))
                .returns("unreadable", Refused::rule);
        foreign.settle(PERSON, kept);
        assertThat(Files.readAllBytes(file(PERSON))).isEqualTo(stored);

        foreign.settle(PERSON, List.of());
        assertThat(file(PERSON)).doesNotExist();
    }

    @Test
    void whoCannotBeRemovedIsRememberedUntilTheyCan() throws IOException {
        Files.createDirectories(file(PERSON).resolve("in the way"));

        assertThatExceptionOfType(VaultUnavailable.class)
                .isThrownBy(() -> vault.settle(PERSON, List.of()));
        assertThat(vault.unsettled()).containsExactly("p-0042");

        Files.delete(file(PERSON).resolve("in the way"));
        Files.delete(file(PERSON));
        vault.settle(PERSON, List.of());
        assertThat(vault.unsettled()).isEmpty();
    }

    @Test
    void aMissingKeyIsNotReplacedWhileSomethingIsHeldUnderIt() throws IOException {
        vault.keep(PERSON, SAID);
        Files.delete(key);

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> PersonVault.open(new FileSafe(directory), key))
                .withMessageContaining("its key is not at");
        assertThat(key).doesNotExist();
    }

    @Test
    void aKeyThatIsNoneIsNotTakenAndNotRepeated() throws IOException {
        Files.writeString(key, "not a key");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> PersonVault.open(new FileSafe(directory), key))
                .withMessageContaining("does not hold a key")
                .withMessageNotContaining("not a key");
    }

    private List<String> texts(SubjectId person) {
        return vault.of(person).stream().map(Opening::text).map(PersonalText::value).toList();
    }

    private Path file(SubjectId person) {
        return directory.resolve(person.value() + ".openings");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
