package org.muniment.command.partnership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.Receipt;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.StatusRule;
import org.muniment.kernel.partnership.Council;
import org.muniment.kernel.partnership.PartnershipCommand.EstablishPartnership;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.partnership.SharedService;
import org.muniment.kernel.partnership.Terms;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Title;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PartnershipApi {
    private final Commands commands;

    PartnershipApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/partnerships")
    ResponseEntity<Receipt> establish(@Valid @RequestBody Establishment body, Caller caller) {
        return commands.create(
                body.id.value(),
                new EstablishPartnership(body.id, body.name, body.terms()),
                caller);
    }

    record Establishment(
            @NotNull PartnershipId id,
            @NotNull Title name,
            @NotNull List<@NotNull @Valid CouncilBody> councils,
            @NotNull List<@NotNull @Valid ServiceBody> services,
            @NotNull Figure amberWithinPercent) {
        Terms terms() {
            return new Terms(
                    councils.stream().map(CouncilBody::council).toList(),
                    services.stream().map(ServiceBody::service).toList(),
                    rule());
        }

        private StatusRule rule() {
            try {
                return new StatusRule(amberWithinPercent);
            } catch (IllegalArgumentException outOfRange) {
                throw new Malformed("amberWithinPercent", outOfRange.getMessage());
            }
        }
    }

    record CouncilBody(@NotNull Code code, @NotNull Title name) {
        Council council() {
            return new Council(code, name);
        }
    }

    record ServiceBody(
            @NotNull Code code, @NotNull Title name, @NotNull List<@NotNull Title> sections) {
        SharedService service() {
            return new SharedService(code, name, sections);
        }
    }
}
