package org.muniment.ops.signin;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Shows the pages that need nothing but their template. */
@Component
final class PageSetup implements WebMvcConfigurer {
    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController(OwnSignIn.FORM).setViewName("sign-in");
        pages.addViewController(SignOut.SIGNED_OUT).setViewName("signed-out");
    }
}
