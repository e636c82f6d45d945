package org.muniment.ops.http;

import jakarta.servlet.http.HttpServletRequest;
import org.muniment.kernel.access.Warrant;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** What whoever asks may see, for answers that hold only that. */
final class WarrantResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Warrant.class;
    }

    @Override
    public Warrant resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return Admitted.of(request.getNativeRequest(HttpServletRequest.class)).warrant();
    }
}
