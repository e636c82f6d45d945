package org.muniment.ops.house.violating.query;

import org.muniment.ops.house.violating.command.CommandThatKnowsAQuery;

/** Breaks rules on purpose. */
public class QueryThatSendsCommands {
    public CommandThatKnowsAQuery other;
}
