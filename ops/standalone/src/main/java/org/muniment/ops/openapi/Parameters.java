package org.muniment.ops.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What may stand in paths, queries and headers. A name means the same wherever it is used. */
final class Parameters {
    private static final BigDecimal MOST_ENTRIES = new BigDecimal(1000);
    private static final int LONGEST_MOMENT = 64;
    private static final int LONGEST_REASON = 500;
    private static final Map<String, String> MOMENTS =
            Map.of(
                    "asOf", "a day, an instant with its offset, or position:N; absent for now",
                    "on", "a day, an instant with its offset, position:N, or a meeting's id",
                    "from", "a day, an instant with its offset, or position:N",
                    "to", "a day, an instant with its offset, or position:N; absent for now");

    private static final Pattern CHANGING =
            Pattern.compile(
                    "/api/(?!plans/|partnerships/)[a-z-]+/\\{[a-z]+}/"
                            + "(?!(grants|deputies|secret)$).+");

    private static final Pattern THING = Pattern.compile("/api/[a-z-]+/\\{[a-z]+}");

    /** Those that do something no transaction takes back. */
    private static final Set<String> IN_EARNEST =
            Set.of(
                    "/api/people",
                    "/api/people/{person}/rectification",
                    "/api/access/{person}/secret",
                    "/api/operations/self-audits",
                    "/api/operations/rebuilds",
                    "/api/operations/rebuilds/{generation}/switch",
                    "/api/operations/rebuilds/{generation}/switch-back",
                    "/api/operations/rebuilds/{generation}/drop",
                    "/api/operations/projections/{projection}/rebuild",
                    "/api/operations/determinism",
                    "/api/ledger/key/rotation",
                    "/api/ledger/verification");

    private Parameters() {}

    static void describe(String path, HttpMethod method, Operation operation) {
        Optional.ofNullable(operation.getParameters())
                .ifPresent(given -> given.forEach(Parameters::limit));
        operation.addParametersItem(
                header("On-Behalf-Of", "whose deputy the sender acts as")
                        .schema(new StringSchema()));
        if (method == HttpMethod.POST) {
            if (canBeTried(path)) {
                operation.addParametersItem(dryRun());
            }
            operation
                    .addParametersItem(
                            header("If-Match", "the version last seen: 412 where it is another")
                                    .required(changesWhatItNames(path))
                                    .schema(new StringSchema().pattern("^\"[0-9]{1,18}\"$")))
                    .addParametersItem(
                            header(
                                            "Idempotency-Key",
                                            "such as a UUID: sent again, the first answer comes"
                                                    + " back; 422 with another request")
                                    .schema(new StringSchema().pattern("^[A-Za-z0-9-]{1,64}$")))
                    .addParametersItem(
                            header("Reason", "why, where the body does not say so")
                                    .schema(
                                            new StringSchema()
                                                    .minLength(1)
                                                    .maxLength(LONGEST_REASON)))
                    .addParametersItem(
                            header("X-Correlation-Id", "another form is replaced by a new id")
                                    .schema(new StringSchema()));
        }
    }

    /** An import says so itself: its dry run is what happens where nothing is said. */
    static boolean canBeTried(String path) {
        return !IN_EARNEST.contains(path) && !path.endsWith("/imports");
    }

    private static Parameter dryRun() {
        return new QueryParameter()
                .name("dryRun")
                .required(false)
                .description(
                        "true: carried out and taken back. 200 with the receipt it would have, and"
                                + " in would the events it would append; what refuses it is told"
                                + " as in earnest. The Idempotency-Key is not used up")
                .schema(new BooleanSchema()._default(false));
    }

    /** Plans and partnerships are named to add something to them, and people's access mostly. */
    static boolean changesWhatItNames(String path) {
        return CHANGING.matcher(path).matches();
    }

    /** A thing's own address. */
    static boolean showsVersion(String path) {
        return THING.matcher(path).matches();
    }

    private static void limit(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        boolean counts = schema.getTypes() != null && schema.getTypes().contains("integer");
        if (counts) {
            boolean fromOne =
                    parameter.getIn().equals("path") || parameter.getName().equals("limit");
            schema.minimum(fromOne ? BigDecimal.ONE : BigDecimal.ZERO);
            if (parameter.getName().equals("limit")) {
                schema.maximum(MOST_ENTRIES);
            }
        } else if (parameter.getIn().equals("path") || parameter.getName().equals("meeting")) {
            schema.pattern(Forms.ID);
        } else if (MOMENTS.containsKey(parameter.getName())) {
            schema.maxLength(LONGEST_MOMENT);
            parameter.description(MOMENTS.get(parameter.getName()));
        }
    }

    private static Parameter header(String name, String meaning) {
        return new HeaderParameter().name(name).required(false).description(meaning);
    }
}
