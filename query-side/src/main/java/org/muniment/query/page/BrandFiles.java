package org.muniment.query.page;

import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The council's colour and logo. */
@Controller
class BrandFiles {
    private static final CacheControl AN_HOUR = CacheControl.maxAge(Duration.ofHours(1));
    private static final MediaType CSS = MediaType.valueOf("text/css");

    private final Brand brand;

    BrandFiles(Brand brand) {
        this.brand = brand;
    }

    @GetMapping("/brand/colours.css")
    ResponseEntity<String> colours() {
        return ResponseEntity.ok()
                .cacheControl(AN_HOUR)
                .contentType(CSS)
                .body(":root { --brand: " + brand.colour() + "; }\n");
    }

    @GetMapping("/brand/logo")
    ResponseEntity<Resource> logo() {
        return ResponseEntity.ok()
                .cacheControl(AN_HOUR)
                .contentType(brand.logoType())
                .body(brand.logo());
    }
}
