package org.muniment.ops.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.UncategorizedSQLException;

class ApiErrorsTest {
    @Test
    void aLogThatCannotBeReadIsAskedAgainLater() {
        ResponseEntity<ProblemDetail> answer =
                new ApiErrors()
                        .on(
                                new UncategorizedSQLException(
                                        "query", "SELECT", new SQLException("disk I/O error")));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
        assertThat(answer.getBody().getDetail()).doesNotContain("SELECT");
    }
}
