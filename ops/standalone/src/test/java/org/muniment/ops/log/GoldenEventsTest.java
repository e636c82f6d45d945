package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.muniment.kernel.log.EventForm;
import org.muniment.kernel.log.EventForms;

/**
 * The stored form of every event, kept for good: what these files hold must be readable by every
 * later version, and what is written today must look like them.
 */
class GoldenEventsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/events");
    private static final List<EventForm> FORMS = EventForms.ALL;

    private final ClosedSerializer serializer = new ClosedSerializer();

    @ParameterizedTest
    @FieldSource("FORMS")
    void everyFormIsReadFromItsFileAndWrittenTheSame(EventForm form) throws IOException {
        String stored = Files.readString(file(form), StandardCharsets.UTF_8).strip();

        Object event = read(stored, form.name(), form.revision());

        assertThat(event).isInstanceOf(form.type());
        assertThat(serializer.serialize(event, String.class).getData()).isEqualTo(stored);
        assertThat(serializer.typeForClass(form.type()).getName()).isEqualTo(form.name());
    }

    @Test
    void everyFileIsAFormOfTheList() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(
                            FORMS.stream().map(GoldenEventsTest::file).toList());
        }
    }

    @Test
    void aFieldThatIsUnknownIsRefusedAndNotDropped() throws IOException {
        EventForm form = EventForms.of("project.completed", "1").orElseThrow();
        String stored = Files.readString(file(form)).strip().replace("{", "{\"later\":1,");

        assertThatThrownBy(() -> read(stored, form.name(), form.revision()))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void aNameThatIsNotListedIsNeverLoadedAsAClass() {
        assertThatThrownBy(() -> read("{}", "java.lang.Object", null))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("not in the list");
        assertThatThrownBy(() -> read("{}", "kpi.defined", "2"))
                .isInstanceOf(SerializationException.class);
    }

    private Object read(String stored, String name, String revision) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(stored, String.class, name, revision));
    }

    private static Path file(EventForm form) {
        return GOLDEN.resolve(form.name() + "." + form.revision() + ".json");
    }
}
