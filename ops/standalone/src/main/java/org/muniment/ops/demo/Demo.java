package org.muniment.ops.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.muniment.ops.Ready;
import org.muniment.ops.access.DemoSecret;
import org.muniment.ops.demo.DemoYear.Step;
import org.muniment.query.journal.ReadPosition;
import org.muniment.query.moment.LogHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Plays the year where the log is empty; otherwise only sets the clock where the log ends. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("muniment.demo")
class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    @Bean
    static DemoYear demoYear(@Value("${muniment.demo-year}") Resource file) {
        return DemoYear.read(file);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    Player player(
            DemoYear year,
            SimulatedClock clock,
            LogHead log,
            ReadPosition readPosition,
            DemoSecret secret,
            JsonMapper json,
            Environment environment) {
        return new Player(year, clock, log, readPosition, secret, json, environment);
    }

    record Player(
            DemoYear year,
            SimulatedClock clock,
            LogHead log,
            ReadPosition readPosition,
            DemoSecret secret,
            JsonMapper json,
            Environment environment)
            implements ApplicationRunner {
        @Override
        public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
            if (log.position() == 0) {
                LOG.info("Playing {} commands of the demo year", year.steps().size());
                HttpClient http = HttpClient.newHttpClient();
                for (Step step : year.steps()) {
                    clock.moveTo(step.on());
                    send(http, step);
                }
                clock.moveTo(year.today());
            } else {
                clock.moveTo(later(year.today(), lastRecordedAt()));
            }
        }

        private void send(HttpClient http, Step step) throws IOException, InterruptedException {
            HttpRequest.Builder request =
                    request(step.sender(), step.path())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(json.writeValueAsString(step.body())));
            if (step.changed() != null) {
                request.header(HttpHeaders.IF_MATCH, present(http, step));
            }
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "The demo stops at %s on %s: %s"
                                .formatted(step.path(), step.on(), answer.body()));
            }
        }

        /** Read anew each time, because a virement changes its counterpart too. */
        private String present(HttpClient http, Step step)
                throws IOException, InterruptedException {
            HttpRequest request = request(step.sender(), step.changed()).build();
            return http.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue(HttpHeaders.ETAG)
                    .orElseThrow(() -> new IllegalStateException("There is no " + step.changed()));
        }

        private HttpRequest.Builder request(String sender, String path) {
            String port = environment.getRequiredProperty("local.server.port");
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Authorization", basic(sender));
        }

        private String basic(String sender) {
            byte[] credentials = (sender + ":" + secret.value()).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(credentials);
        }

        private Instant lastRecordedAt() {
            readPosition.await(log.position(), Ready.PATIENCE);
            return readPosition.head().recordedAt();
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
