package org.muniment.ops.house.violating.command;

import org.axonframework.modelling.command.AggregateIdentifier;
import org.muniment.ops.house.violating.query.QueryThatSendsCommands;

/** Breaks rules on purpose. */
public class CommandThatKnowsAQuery {
    @AggregateIdentifier private String id;
    public QueryThatSendsCommands other;

    void on(Object eventWithoutAnnotation) {}
}
