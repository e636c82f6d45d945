package org.muniment.query.report;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Asks veraPDF. */
final class Accessible {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Accessible() {}

    /** The rules of PDF/UA-1 that a file breaks, and where. */
    static List<String> failures(byte[] pdf) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.PDFUA_1;
        try (VeraPDFFoundry foundry = Foundries.defaultInstance();
                PDFAParser parser = foundry.createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = foundry.createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(
                            failure ->
                                    failure.getRuleId().getClause()
                                            + "-"
                                            + failure.getRuleId().getTestNumber()
                                            + " "
                                            + failure.getLocation().getContext())
                    .toList();
        }
    }
}
