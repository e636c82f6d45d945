package org.muniment.ops.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bodies end at 1 MiB, files to import at 10, whether their length was announced or not. Nothing
 * earlier reads one.
 */
@Component
@Order(BodyLimit.AFTER_SIGN_IN)
class BodyLimit extends OncePerRequestFilter {
    /** The security chain's place is -100; what it adds to every answer is wanted here too. */
    static final int AFTER_SIGN_IN = -99;

    static final long LIMIT = 1024L * 1024;
    static final long IMPORT_LIMIT = 10 * LIMIT;

    /** What a page sends beside the file; as in application.yaml. */
    private static final long AROUND_A_FILE = 64L * 1024;

    private static final Pattern IMPORT = Pattern.compile("(/api)?/plans/[^/]+/imports");

    private final JsonMapper json;

    BodyLimit(JsonMapper json) {
        this.json = json;
    }

    static final class TooLarge extends IOException {
        private final long limit;

        TooLarge(long limit) {
            super("the body is larger than " + limit + " bytes");
            this.limit = limit;
        }

        ProblemDetail problem() {
            return Problems.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too-large",
                    "a body may hold at most " + limit + " bytes");
        }
    }

    private static long limitOf(HttpServletRequest request) {
        String address = request.getRequestURI();
        if (!IMPORT.matcher(address).matches()) {
            return LIMIT;
        }
        return address.startsWith("/api/") ? IMPORT_LIMIT : IMPORT_LIMIT + AROUND_A_FILE;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limitOf(request);
        if (request.getContentLengthLong() > limit) {
            Problems.write(response, new TooLarge(limit).problem(), json);
            return;
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit);
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream body;
        private final long limit;
        private long read;

        Counted(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = body.read(bytes, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) throws TooLarge {
            read += more;
            if (read > limit) {
                throw new TooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
