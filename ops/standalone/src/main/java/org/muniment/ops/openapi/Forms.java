package org.muniment.ops.openapi;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import java.time.YearMonth;
import java.util.Map;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.person.CaseReference;
import org.muniment.kernel.plan.FigureName;
import org.muniment.kernel.snapshot.FindingName;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Lead;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;
import org.muniment.kernel.words.Title;

/** The forms of the kernel's words, for readers of the document; the words themselves decide. */
final class Forms {
    static final String ID = "^[a-z0-9][a-z0-9-]{0,63}$";

    private static final Map<Class<?>, String> PATTERNS =
            Map.of(
                    Code.class, "^[A-Z][A-Z0-9]{0,9}$",
                    Figure.class, "^-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,6})?$",
                    FigureName.class, "^[A-Za-z0-9-]{1,64}(\\.[A-Za-z0-9-]{1,64}){0,4}$",
                    FinancialYear.class, "^[0-9]{4}/[0-9]{2}$",
                    FindingName.class, "^[a-z][a-z-]{0,63}(:[A-Za-z0-9][A-Za-z0-9.-]{0,199})?$",
                    CaseReference.class, "^[A-Z]{1,4}([-/][0-9]{1,6}){1,3}$",
                    Sha256.class, "^[0-9a-f]{64}$",
                    YearMonth.class, "^[0-9]{4}-(0[1-9]|1[0-2])$");

    private static final Map<Class<?>, Integer> LENGTHS =
            Map.of(Title.class, 2_000, Lead.class, 200, Narrative.class, 10_000);

    private Forms() {}

    static Schema<?> describe(Schema<?> schema, AnnotatedType type) {
        Class<?> word = TypeFactory.rawClass(type.getType());
        if (isId(word)) {
            schema.pattern(ID);
        } else if (PATTERNS.containsKey(word)) {
            schema.pattern(PATTERNS.get(word));
        } else if (LENGTHS.containsKey(word)) {
            schema.minLength(1).maxLength(LENGTHS.get(word));
        }
        return schema;
    }

    private static boolean isId(Class<?> word) {
        return word.isRecord()
                && word.getSimpleName().endsWith("Id")
                && word.getName().startsWith("org.muniment.kernel.")
                && word != PersonId.class;
    }
}
