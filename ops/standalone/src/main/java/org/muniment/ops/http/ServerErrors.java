package org.muniment.ops.http;

import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the server refuses before it knows the application, such as an address it cannot read. */
@Component
class ServerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final JsonMapper json;

    ServerErrors(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(this::report);
    }

    private void report(Context context) {
        context.getParent().getPipeline().addValve(new ProblemValve());
    }

    /** Null where it is no error. An unknown transfer coding or expectation is a bad request. */
    private static HttpStatus told(int code) {
        HttpStatus status = HttpStatus.resolve(code);
        if (status == HttpStatus.NOT_IMPLEMENTED || status == HttpStatus.EXPECTATION_FAILED) {
            return HttpStatus.BAD_REQUEST;
        }
        return status != null && status.isError() ? status : null;
    }

    private final class ProblemValve extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, Throwable thrown) {
            HttpStatus status = told(response.getStatus());
            if (status == null
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            ProblemDetail problem =
                    Problems.of(status, "refused-by-server", status.getReasonPhrase());
            SafetyHeaders.on(response);
            try {
                Problems.write(response, problem, json);
                response.finishResponse();
            } catch (IOException gone) {
                // Nobody is left to be told.
            }
        }
    }
}
