package org.muniment.command.partnership;

import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.StatusRule;
import org.muniment.kernel.partnership.Council;
import org.muniment.kernel.partnership.PartnershipCommand.EstablishPartnership;
import org.muniment.kernel.partnership.PartnershipEvent.PartnershipEstablished;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.partnership.SharedService;
import org.muniment.kernel.partnership.Terms;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Title;

/** Two councils that share their finance and their assurance services. */
public final class ChorleySouthRibble {
    public static final PartnershipId ID = new PartnershipId("chorley-south-ribble");
    public static final Title NAME = new Title("Chorley and South Ribble");
    public static final Code CHORLEY = new Code("CBC");
    public static final Code ASSURANCE = new Code("SAS");
    public static final Code FINANCE = new Code("SFS");
    public static final Title AUDIT = new Title("Internal Audit");
    public static final Title RISK = new Title("Risk Management");
    public static final Title ACCOUNTANCY = new Title("Management & Financial Accountancy");
    public static final Terms TERMS =
            new Terms(
                    List.of(
                            new Council(CHORLEY, new Title("Chorley Borough Council")),
                            new Council(
                                    new Code("SRBC"), new Title("South Ribble Borough Council"))),
                    List.of(
                            new SharedService(
                                    ASSURANCE,
                                    new Title("Shared Assurance Services"),
                                    List.of(AUDIT, RISK)),
                            new SharedService(
                                    FINANCE,
                                    new Title("Shared Financial Services"),
                                    List.of(ACCOUNTANCY))),
                    new StatusRule(Figure.of("5")));

    private ChorleySouthRibble() {}

    public static EstablishPartnership establish() {
        return new EstablishPartnership(ID, NAME, TERMS);
    }

    public static PartnershipEstablished established() {
        return new PartnershipEstablished(ID, NAME, TERMS);
    }

    public static ConfigurerModule module() {
        return new PartnershipModule();
    }
}
