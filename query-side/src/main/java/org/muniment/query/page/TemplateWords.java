package org.muniment.query.page;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Gives every template, whoever renders it, the words that pages are written in. */
@Configuration(proxyBeanMethods = false)
class TemplateWords {
    @Bean
    static BeanPostProcessor wordsOfTemplates(
            ObjectProvider<Shell> shell,
            ObjectProvider<May> may,
            ObjectProvider<Brand> brand,
            ObjectProvider<Navigation> navigation) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof ThymeleafViewResolver views) {
                    views.setStaticVariables(
                            Map.of(
                                    "shell", shell.getObject(),
                                    "may", may.getObject(),
                                    "brand", brand.getObject(),
                                    "navigation", navigation.getObject(),
                                    "words", new Words()));
                }
                return bean;
            }
        };
    }
}
