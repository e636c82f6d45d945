package org.muniment.ops.limits;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.muniment.ops.http.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

final class TooMany {
    private TooMany() {}

    static void tell(HttpServletResponse response, Duration wait, JsonMapper json)
            throws IOException {
        long seconds = wait.plusMillis(999).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        Problems.write(
                response,
                Problems.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many",
                        "too many requests: try again in %d s".formatted(seconds)),
                json);
    }
}
