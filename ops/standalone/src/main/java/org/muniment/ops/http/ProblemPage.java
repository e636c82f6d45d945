package org.muniment.ops.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.View;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** A problem told to somebody with a browser, where what they asked for is a page. */
@Component
class ProblemPage extends AbstractHttpMessageConverter<ProblemDetail> {
    private static final Map<Integer, String> TITLES =
            Map.of(
                    400, "That cannot be understood",
                    403, "You may not do this",
                    404, "There is no such page",
                    409, "That is refused",
                    412, "It was changed meanwhile",
                    503, "Not possible at present");

    private final ObjectProvider<ThymeleafViewResolver> views;

    ProblemPage(ObjectProvider<ThymeleafViewResolver> views) {
        super(StandardCharsets.UTF_8, MediaType.TEXT_HTML);
        this.views = views;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return ProblemDetail.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, MediaType mediaType) {
        return false;
    }

    /** Of the API everything is JSON, whoever asks. */
    @Override
    public boolean canWrite(Class<?> type, MediaType mediaType) {
        return super.canWrite(type, mediaType)
                && attributes() != null
                && !attributes().getRequest().getRequestURI().startsWith("/api/");
    }

    @Override
    protected ProblemDetail readInternal(
            Class<? extends ProblemDetail> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("pages are not read", input);
    }

    @Override
    protected void writeInternal(ProblemDetail problem, HttpOutputMessage output)
            throws IOException {
        Map<String, Object> more = problem.getProperties();
        Object errors = more == null ? null : more.get("errors");
        Map<String, Object> model =
                Map.of(
                        "title",
                        TITLES.getOrDefault(problem.getStatus(), "Something went wrong"),
                        "text",
                        String.valueOf(problem.getDetail()),
                        "errors",
                        errors == null ? List.of() : errors);
        HttpServletRequest request = attributes().getRequest();
        ContentCachingResponseWrapper page =
                new ContentCachingResponseWrapper(attributes().getResponse());
        try {
            View view = views.getObject().resolveViewName("problem", Locale.UK);
            view.render(model, request, page);
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IOException(failed);
        }
        output.getBody().write(page.getContentAsByteArray());
    }

    private static ServletRequestAttributes attributes() {
        return (ServletRequestAttributes) RequestContextHolder.getRequestAttributes();
    }
}
