package org.muniment.ops.forms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Gives every form its address: that of its command, without {@code /api}. */
@Component
class FormAddresses implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping mapping;
    private final FormPages pages;

    FormAddresses(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            FormPages pages) {
        this.mapping = mapping;
        this.pages = pages;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (Form form : Catalogue.ALL) {
            register(form.path(), RequestMethod.GET, "show");
            register(form.path(), RequestMethod.POST, "send");
        }
    }

    private void register(String path, RequestMethod method, String handler) {
        RequestMappingInfo info =
                RequestMappingInfo.paths(path)
                        .methods(method)
                        .options(mapping.getBuilderConfiguration())
                        .build();
        mapping.registerMapping(
                info,
                pages,
                ReflectionUtils.findMethod(
                        FormPages.class,
                        handler,
                        Map.class,
                        HttpServletRequest.class,
                        HttpServletResponse.class,
                        Model.class));
    }
}
