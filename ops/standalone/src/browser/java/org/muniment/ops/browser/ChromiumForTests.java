package org.muniment.ops.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser for all tests: the first starts it, and it ends with the last. */
final class ChromiumForTests implements ExecutionCondition, ParameterResolver {
    private static final Path PROGRAM =
            Path.of(System.getProperty("muniment.browser", "/usr/bin/chromium"));
    private static final String NONE =
            "NOT tested, for want of a browser at %s. Install Chromium, or say where one is: -Dmuniment.browser=PATH"
                    .formatted(PROGRAM);

    /** Maven tells that a test was skipped, but not why. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Files.isExecutable(PROGRAM)) {
            return ConditionEvaluationResult.enabled(PROGRAM + " is there");
        }
        System.err.println(context.getDisplayName() + " is " + NONE);
        return ConditionEvaluationResult.disabled(NONE);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Chromium resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(ChromiumForTests.class))
                .computeIfAbsent(PROGRAM, Chromium::new, Chromium.class);
    }
}
