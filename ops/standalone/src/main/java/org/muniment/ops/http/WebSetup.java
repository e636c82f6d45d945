package org.muniment.ops.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.type.LogicalType;

/** JSON that guesses nothing: no unknown fields, no doubled keys, no number for a text. */
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
        resolvers.add(new WarrantResolver());
    }

    /** Each address has one form of answer; a command must not be done and then not be told. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.ignoreAcceptHeader(true).defaultContentType(MediaType.ALL);
    }

    @Override
    public void addFormatters(FormatterRegistry formats) {
        // A form sends the fields that were left empty, too.
        formats.addConverter(
                String.class,
                LocalDate.class,
                text -> text.isEmpty() ? null : CalendarDay.parse(text));
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return builder -> {
            builder.addModule(CalendarDay.module());
            builder.changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
            builder.withCoercionConfig(
                    LogicalType.Boolean,
                    coercions ->
                            coercions
                                    .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                                    .setCoercion(
                                            CoercionInputShape.EmptyString, CoercionAction.Fail)
                                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail));
            for (CoercionInputShape shape :
                    List.of(
                            CoercionInputShape.Integer,
                            CoercionInputShape.Float,
                            CoercionInputShape.Boolean)) {
                builder.withCoercionConfig(
                        LogicalType.Textual,
                        coercions -> coercions.setCoercion(shape, CoercionAction.Fail));
                builder.withCoercionConfig(
                        LogicalType.DateTime,
                        coercions -> coercions.setCoercion(shape, CoercionAction.Fail));
            }
        };
    }
}
