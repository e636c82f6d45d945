package org.muniment.command.meeting;

import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.muniment.command.dispatch.CommandSide;
import org.springframework.stereotype.Component;

@Component
class MeetingModule implements ConfigurerModule {
    @Override
    public void configureModule(Configurer configurer) {
        configurer.configureAggregate(CommandSide.aggregate(Meeting.class));
        configurer.registerComponent(
                ScheduledMeetings.class,
                configuration ->
                        meeting ->
                                configuration
                                        .repository(Meeting.class)
                                        .load(meeting.toString())
                                        .invoke(Meeting::partnership));
    }
}
