package org.muniment.ops.nodes;

import java.util.Map;
import java.util.function.UnaryOperator;

/** How a process that does not write reaches the one that does, wherever that is. */
public interface Routes extends AutoCloseable {
    /** Where there is nobody else to reach. */
    Routes NONE =
            new Routes() {
                @Override
                public byte[] send(String kind, byte[] message) {
                    throw new NobodyWrites("there is no other process", null);
                }

                @Override
                public void serve(Map<String, UnaryOperator<byte[]>> handlers) {
                    // nobody asks
                }

                @Override
                public void stopServing() {
                    // nobody asks
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };

    /**
     * Returns what the process that serves this kind answers.
     *
     * @throws NobodyWrites where there is none at present, or it did not answer: it may have done
     *     what was asked
     */
    byte[] send(String kind, byte[] message);

    /** From now on this is the process that answers. */
    void serve(Map<String, UnaryOperator<byte[]>> handlers);

    void stopServing();

    @Override
    void close();
}
