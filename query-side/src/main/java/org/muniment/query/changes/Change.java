package org.muniment.query.changes;

/**
 * One shown value that is not what it was.
 *
 * @param kind kpi, project, budget-line or finding
 * @param subject the id of the thing
 * @param field which of its values; "added" where the thing itself is new
 * @param before absent where there was none
 * @param after absent where there is none any more
 */
public record Change(
        String kind, String subject, String title, String field, String before, String after) {}
