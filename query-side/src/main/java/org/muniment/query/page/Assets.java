package org.muniment.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Style sheets and scripts: ours, the GOV.UK Design System's and htmx. Their addresses name a
 * digest of their content, so that they can be kept for ever.
 */
@Component
class Assets implements WebMvcConfigurer {
    private static final String WEBJARS = "classpath:/META-INF/resources/webjars/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/*.css", "/assets/*.js", "/assets/*.svg")
                .addResourceLocations(
                        "classpath:/static/",
                        WEBJARS + "govuk-frontend/5.14.0/dist/govuk/",
                        WEBJARS + "htmx.org/2.0.10/dist/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addTransformer(new OwnFont());
    }

    /** The typeface GDS Transport is for gov.uk alone: neither named nor offered. */
    private static final class OwnFont implements ResourceTransformer {
        private static final Pattern FACE = Pattern.compile("@font-face\\{[^}]*}");

        @Override
        public Resource transform(
                HttpServletRequest request, Resource resource, ResourceTransformerChain next)
                throws IOException {
            Resource sheet = next.transform(request, resource);
            String name = sheet.getFilename();
            if (name == null || !name.startsWith("govuk-frontend") || !name.endsWith(".css")) {
                return sheet;
            }
            String css = StreamUtils.copyToString(sheet.getInputStream(), StandardCharsets.UTF_8);
            String own = FACE.matcher(css).replaceAll("").replace("GDS Transport,", "");
            return new TransformedResource(sheet, own.getBytes(StandardCharsets.UTF_8));
        }
    }
}
