package org.muniment.ops.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets every page say who reads it, and shows those that need nothing else. */
@Component
final class PageSetup implements HandlerInterceptor, WebMvcConfigurer {
    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController(OwnSignIn.FORM).setViewName("sign-in");
        pages.addViewController(SignOut.SIGNED_OUT).setViewName("signed-out");
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            ModelAndView page) {
        Principal person = request.getUserPrincipal();
        if (page != null && person != null) {
            page.addObject("signedInAs", person.getName());
        }
    }
}
