package org.muniment.ops.log;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.muniment.kernel.log.EventForm;
import org.muniment.kernel.log.EventForms;
import org.muniment.query.journal.EventJson;

/**
 * Reads and writes only what is listed: the event forms, and the few types Axon itself keeps. A
 * stored name is looked up, never loaded as a class.
 */
final class ClosedSerializer extends Jackson3Serializer {
    private static final Map<String, Class<?>> OF_AXON =
            Stream.of(
                            MetaData.class,
                            GapAwareTrackingToken.class,
                            GlobalSequenceTrackingToken.class)
                    .collect(Collectors.toMap(Class::getName, Function.identity()));

    ClosedSerializer() {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(EventJson::harden));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> ofAxon = OF_AXON.get(type.getName());
        if (ofAxon != null) {
            return ofAxon;
        }
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        return EventForms.of(type.getName(), type.getRevision())
                .<Class<?>>map(EventForm::type)
                .orElseThrow(() -> new SerializationException("not in the list: " + type));
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(Class type) {
        if (OF_AXON.containsValue(type)) {
            return new SimpleSerializedType(type.getName(), null);
        }
        if (type == null || Void.class.equals(type)) {
            return SerializedType.emptyType();
        }
        return EventForms.of(type)
                .map(form -> new SimpleSerializedType(form.name(), form.revision()))
                .orElseThrow(() -> new SerializationException("not in the list: " + type));
    }
}
