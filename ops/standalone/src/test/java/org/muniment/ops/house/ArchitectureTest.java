package org.muniment.ops.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The rules of the house hold, speak of packages that exist, and can fail. */
class ArchitectureTest {
    private static final HouseRules OURS = new HouseRules("org.muniment");
    private static final HouseRules VIOLATED = new HouseRules("org.muniment.ops.house.violating");
    private static final Set<String> RULES = OURS.all().keySet();

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.muniment");
    private static final JavaClasses SAMPLES =
            new ClassFileImporter().importPackages("org.muniment.ops.house.violating");

    @ParameterizedTest
    @FieldSource("RULES")
    void theProductKeepsTheRule(String rule) {
        OURS.all().get(rule).check(PRODUCT);
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void theRuleFailsOnASampleThatBreaksIt(String rule) {
        assertThat(VIOLATED.all().get(rule).evaluate(SAMPLES).hasViolation()).isTrue();
    }

    @Test
    void everyPackageARuleSpeaksOfHoldsClasses() {
        for (String end : OURS.ends()) {
            assertThat(PRODUCT.that(resideInAPackage(OURS.root() + end))).as(end).isNotEmpty();
        }
        assertThat(PRODUCT.that(resideInAPackage("org.muniment.query.picture"))).isNotEmpty();
        assertThat(PRODUCT.that(resideInAPackage("org.muniment.query.dashboard"))).isNotEmpty();
    }
}
