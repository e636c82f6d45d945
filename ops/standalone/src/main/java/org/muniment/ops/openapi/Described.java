package org.muniment.ops.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.muniment.command.dispatch.Caller;
import org.muniment.kernel.access.Warrant;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The controllers say what is asked for; the rest is alike for all and said here, once. */
@Configuration(proxyBeanMethods = false)
class Described {
    private static final String SIGN_IN = "signIn";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Warrant.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Muniment")
                                .version("1")
                                .description(
                                        "The performance record of a joint committee, kept as"
                                                + " evidence. Figures travel as strings. Errors"
                                                + " are problems as in RFC 9457."))
                // Wherever it was read from: the request's Host is not repeated.
                .addServersItem(new Server().url("/"))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        SIGN_IN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList(SIGN_IN));
    }

    @Bean
    PropertyCustomizer formsOfWords() {
        return Forms::describe;
    }

    @Bean
    GlobalOpenApiCustomizer everyAnswer() {
        return document -> {
            document.getPaths()
                    .forEach(
                            (path, item) ->
                                    item.readOperationsMap()
                                            .forEach(
                                                    (method, operation) -> {
                                                        Parameters.describe(
                                                                path, method, operation);
                                                        new Answers(
                                                                        path,
                                                                        method.name(),
                                                                        operation,
                                                                        document)
                                                                .describe();
                                                    }));
            document.getComponents().addSchemas(Answers.PROBLEM, Answers.problem());
        };
    }
}
