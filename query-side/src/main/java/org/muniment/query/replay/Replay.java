package org.muniment.query.replay;

import java.time.LocalDate;
import java.util.List;
import org.muniment.query.audit.AuditedEvent;
import org.muniment.query.changes.Change;
import org.muniment.query.dashboard.Dashboard;

/**
 * A plan as it stood after one of its events.
 *
 * @param event the plan's last one at the position asked for
 * @param first position of the plan's adoption
 * @param previous absent at the adoption
 * @param next absent at the plan's last event
 * @param last position of the plan's last event
 * @param changes what that event changed of the dashboard
 * @param dashboard as it was then
 */
record Replay(
        String plan,
        LocalDate asAt,
        AuditedEvent event,
        long first,
        Long previous,
        Long next,
        long last,
        List<Change> changes,
        Dashboard dashboard) {}
