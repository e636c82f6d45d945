package org.muniment.ops.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/**
 * Who may depend on whom. Each rule is written for a root package, so that the test can show it
 * failing on samples that break it.
 */
record HouseRules(String root) {
    private static final String KERNEL = ".kernel..";
    private static final String COMMAND = ".command..";
    private static final String QUERY = ".query..";
    private static final String OPS = ".ops..";

    Map<String, ArchRule> all() {
        return Map.of(
                "kernelKnowsOnlyItself", kernelKnowsOnlyItself(),
                "commandsKnowNoQueries", commandsKnowNoQueries(),
                "queriesKnowNoCommands", queriesKnowNoCommands(),
                "nobodyKnowsOps", nobodyKnowsOps(),
                "noCycles", noCycles(),
                "pureCodeReadsNoClockAndNoChance", pureCodeReadsNoClockAndNoChance(),
                "pureCodeKnowsNoSpringAndNoStorage", pureCodeKnowsNoSpringAndNoStorage(),
                "noBinaryFloatingPoint", noBinaryFloatingPoint(),
                "everyHandlerIsAnnotated", everyHandlerIsAnnotated());
    }

    /** Packages a rule speaks of; each must hold classes, or the rule says nothing. */
    List<String> ends() {
        return List.of(KERNEL, COMMAND, QUERY, OPS);
    }

    private ArchRule kernelKnowsOnlyItself() {
        return classes()
                .that(resideInAPackage(root + KERNEL))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                root + KERNEL,
                                "java..",
                                "javax.crypto..",
                                "com.fasterxml.jackson.annotation..",
                                "org.axonframework.modelling.command"));
    }

    private ArchRule commandsKnowNoQueries() {
        return noClasses()
                .that(resideInAPackage(root + COMMAND))
                .should()
                .dependOnClassesThat(resideInAPackage(root + QUERY));
    }

    private ArchRule queriesKnowNoCommands() {
        return noClasses()
                .that(resideInAPackage(root + QUERY))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(root + COMMAND, "org.axonframework.commandhandling.."));
    }

    private ArchRule nobodyKnowsOps() {
        return noClasses()
                .that(resideInAnyPackage(root + KERNEL, root + COMMAND, root + QUERY))
                .should()
                .dependOnClassesThat(resideInAPackage(root + OPS));
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private ArchRule pureCodeReadsNoClockAndNoChance() {
        return noClasses()
                .that(isPure())
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe(
                                "a clock or a source of chance",
                                type ->
                                        List.of(
                                                        "java.time.Clock",
                                                        "java.util.Random",
                                                        "java.util.UUID",
                                                        "java.security.SecureRandom",
                                                        "java.lang.System",
                                                        "java.util.concurrent.ThreadLocalRandom")
                                                .contains(type.getName())))
                .orShould(new CallNow());
    }

    private ArchRule pureCodeKnowsNoSpringAndNoStorage() {
        return noClasses()
                .that(isPure())
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "org.springframework..",
                                "java.sql..",
                                "javax.sql..",
                                "com.mongodb..",
                                "org.bson..",
                                "java.nio.file..",
                                "java.io.."));
    }

    private ArchRule noBinaryFloatingPoint() {
        return noClasses()
                .that(isPure().or(resideInAPackage(root + ".query.dashboard..")))
                .should(
                        new UseTypes(
                                List.of("double", "float", "java.lang.Double", "java.lang.Float")));
    }

    private ArchRule everyHandlerIsAnnotated() {
        return methods()
                .that(
                        DescribedPredicate.describe(
                                "handlers of aggregates",
                                method ->
                                        List.of("on", "handle").contains(method.getName())
                                                && isAggregate().test(method.getOwner())))
                .should()
                .beAnnotatedWith(EventSourcingHandler.class)
                .orShould()
                .beAnnotatedWith(CommandHandler.class);
    }

    /** The kernel, the aggregates with their rules, the pictures and the dashboard's tables. */
    private DescribedPredicate<JavaClass> isPure() {
        return DescribedPredicate.describe(
                "pure code",
                type ->
                        resideInAnyPackage(root + KERNEL, root + ".query.picture..").test(type)
                                || isAggregate().test(type)
                                || resideInAPackage(root + COMMAND).test(type)
                                        && type.getSimpleName().endsWith("Rules"));
    }

    private static DescribedPredicate<JavaClass> isAggregate() {
        return DescribedPredicate.describe(
                "aggregates",
                type ->
                        type.getAllFields().stream()
                                .anyMatch(
                                        field -> field.isAnnotatedWith(AggregateIdentifier.class)));
    }

    private static final class CallNow extends ArchCondition<JavaClass> {
        CallNow() {
            super("call now()");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTarget().getName().equals("now"))
                    .filter(call -> call.getTargetOwner().getPackageName().equals("java.time"))
                    .forEach(
                            call ->
                                    events.add(
                                            SimpleConditionEvent.satisfied(
                                                    type, call.getDescription())));
        }
    }

    private static final class UseTypes extends ArchCondition<JavaClass> {
        private final List<String> names;

        UseTypes(List<String> names) {
            super("use " + names);
            this.names = names;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            List<String> uses = new ArrayList<>();
            type.getFields().stream()
                    .filter(field -> names.contains(field.getRawType().getName()))
                    .forEach(field -> uses.add(field.getDescription()));
            type.getCodeUnits().stream()
                    .filter(
                            unit ->
                                    names.contains(unit.getRawReturnType().getName())
                                            || unit.getRawParameterTypes().stream()
                                                    .anyMatch(raw -> names.contains(raw.getName())))
                    .forEach(unit -> uses.add(unit.getDescription()));
            type.getCodeUnitCallsFromSelf().stream()
                    .filter(
                            call ->
                                    names.contains(call.getTarget().getRawReturnType().getName())
                                            || names.contains(call.getTargetOwner().getName()))
                    .forEach(call -> uses.add(call.getDescription()));
            uses.forEach(use -> events.add(SimpleConditionEvent.satisfied(type, use)));
        }
    }
}
