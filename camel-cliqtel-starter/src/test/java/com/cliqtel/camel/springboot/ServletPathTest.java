/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a webhook is found, below a context and a servlet with paths of their own. */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.component.cliqtel.api-key=canary-key",
            "camel.component.cliqtel.webhook-path=/hooks/{account}",
            "server.servlet.context-path=/app",
            "spring.mvc.servlet.path=/api"
        })
class ServletPathTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "/app/api/hooks/one, 415, ''",
        "/app/api/hooks/t%77o;a=b, 415, ''",
        "/app/api/hooks, 404, Not Found",
        "/app/hooks/one, 404, Not Found"
    })
    void isSeenToThereAndNowhereElse(String path, int status, String said) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(said);
        if (said.isEmpty()) {
            assertThat(multipart(path).body()).isEmpty();
            assertThat(multipart(path).statusCode()).isEqualTo(415);
        }
    }

    /** What only the filter answers so: Spring would take it apart. */
    private HttpResponse<String> multipart(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Content-Type", "multipart/form-data")
                                .POST(HttpRequest.BodyPublishers.ofString("evil"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
