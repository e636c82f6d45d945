package org.muniment.command.meeting;

import java.util.Optional;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.muniment.command.dispatch.CommandSide;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.partnership.PartnershipId;
import org.springframework.stereotype.Component;

@Component
class MeetingModule implements ConfigurerModule {
    @Override
    public void configureModule(Configurer configurer) {
        configurer.configureAggregate(CommandSide.aggregate(Meeting.class));
        configurer.registerComponent(
                ScheduledMeetings.class,
                configuration ->
                        meeting -> partnershipOf(configuration.repository(Meeting.class), meeting));
    }

    private static Optional<PartnershipId> partnershipOf(
            Repository<Meeting> meetings, MeetingId meeting) {
        try {
            return Optional.of(meetings.load(meeting.toString()).invoke(Meeting::partnership));
        } catch (AggregateNotFoundException unknown) {
            return Optional.empty();
        }
    }
}
