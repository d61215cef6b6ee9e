/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.wire.ApiCalls;
import com.cliqtel.camel.wire.ApiReply;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whatever ends the reading of an answer, its connection is closed and the pool has its place back. */
class BrokenReadingTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();

    @AfterEach
    void end() {
        timer.shutdownNow();
        pool.close();
    }

    static Stream<Throwable> thrown() {
        return Stream.of(
                new OutOfMemoryError("a test's"),
                new StackOverflowError("a test's"),
                new NoClassDefFoundError("a test's"),
                new IllegalStateException("a test's"),
                new IOException("a test's"));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void closesTheConnectionAndKeepsTheStatus(Throwable thrown) throws IOException {
        try (Simulator simulator = Simulator.builder().start();
                CloseableHttpClient http = breaking(thrown)) {
            ApiReply reply = new HttpTransport(connection(simulator, http))
                    .send(ApiCalls.numbers(), WaitBudget.of(Duration.ZERO))
                    .join();
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEmpty();
            assertThat(pool.getTotalStats().getLeased()).isZero();
            assertThat(pool.getTotalStats().getAvailable()).isZero();
        }
    }

    @Test
    void aPlaceOfThePoolSurvivesAnErrorWhileItsConnectionIsMade() {
        assertThatThrownBy(() -> AnswerLimits.withoutErrors(socket -> {
                            throw new OutOfMemoryError("a test's");
                        })
                        .createConnection(null))
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(OutOfMemoryError.class);
    }

    private CloseableHttpClient breaking(Throwable thrown) {
        return HttpClients.custom()
                .setConnectionManager(pool)
                .addExecInterceptorFirst("breaking", (request, scope, chain) -> {
                    ClassicHttpResponse response = chain.proceed(request, scope);
                    response.setEntity(new HttpEntityWrapper(response.getEntity()) {
                        @Override
                        public InputStream getContent() throws IOException {
                            return new Breaking(thrown);
                        }
                    });
                    return response;
                })
                .build();
    }

    private HttpConnection connection(Simulator simulator, CloseableHttpClient http) {
        return new HttpConnection(
                http,
                simulator.baseUrl(),
                simulator.apiKey(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                timer,
                () -> Set.of(simulator.apiKey()));
    }

    /** A body whose reading ends so. */
    private static final class Breaking extends InputStream {

        private final Throwable thrown;

        Breaking(Throwable thrown) {
            this.thrown = thrown;
        }

        @Override
        public int read() throws IOException {
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw (IOException) thrown;
        }
    }
}
