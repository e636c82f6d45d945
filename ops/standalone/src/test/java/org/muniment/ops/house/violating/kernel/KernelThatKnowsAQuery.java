package org.muniment.ops.house.violating.kernel;

import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;
import org.muniment.ops.house.violating.ops.OpsThatIsKnown;
import org.muniment.ops.house.violating.query.QueryThatSendsCommands;

/** Breaks rules on purpose. */
public class KernelThatKnowsAQuery {
    public QueryThatSendsCommands other;
    public double amount = Math.random();
    public UUID id = UUID.randomUUID();
    public Connection storage;
    public Instant time = Instant.now();
    public OpsThatIsKnown ops;
}
