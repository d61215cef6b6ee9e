/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.cliqtel.camel.webhook.verify.SignatureVerifier;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/** Every snippet of this module's README does what the README says of it. */
class StarterReadmeTest {

    static class Database {
        @Bean
        DataSource dataSource() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:readme;DB_CLOSE_DELAY=-1");
            return database;
        }
    }

    @Test
    void readmePropertiesAndBeansSendAndReceive(
            // so long that no report is sent to the README's public address
            @CliqtelSimulator(key = "canary-key", deliveryTime = "P1D") Simulator cliqtel) throws Exception {
        try (ServletWebServerApplicationContext application = start(cliqtel)) {
            CamelContext camel = application.getBean(CamelContext.class);
            CliqtelComponent component = camel.getComponent("cliqtel", CliqtelComponent.class);
            assertThat(component.getConnection().getRequestTimeout()).isEqualTo(Duration.ofSeconds(7));
            assertThat(component.getLedger().getLedger()).isInstanceOf(JdbcLedger.class);
            assertThat(component.getConnection().getHttp()).containsEntry("maxTotalConnections", "50");

            application
                    .getBean(ProducerTemplate.class)
                    .sendBodyAndHeaders(
                            "direct:order-shipped", "canary text", Map.of(CliqtelConstants.TO, "+31612345678"));
            assertThat(cliqtel.messages()).singleElement().satisfies(message -> {
                assertThat(message.from()).isEqualTo("+16625163513");
                assertThat(message.statusCallbackUrl()).hasToString("https://shop.example.com/cliqtel/webhook");
            });

            report(application.getWebServer().getPort());
            assertThat(camel.createConsumerTemplate()
                            .receiveBody("seda:final-reports", 5_000, StatusUpdate.class)
                            .id())
                    .isEqualTo(42L);
        }
    }

    private static ServletWebServerApplicationContext start(Simulator cliqtel) throws IOException {
        String[] arguments = Stream.concat(
                        snippet("properties").lines().map(line -> "--" + line),
                        Stream.of(
                                "--server.port=0",
                                "--CLIQTEL_KEY=canary-key",
                                "--camel.component.cliqtel.base-url=" + cliqtel.baseUrl()))
                .toArray(String[]::new);
        return (ServletWebServerApplicationContext)
                SpringApplication.run(new Class<?>[] {ReadmeApplication.class, Database.class}, arguments);
    }

    private static void report(int port) throws Exception {
        byte[] body = "{\"event\":\"sms.status_updated\",\"data\":{\"id\":42,\"status\":\"delivered\"}}"
                .getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cliqtel/webhook"))
                .header("Content-Type", "application/json")
                .header("X-Cliqtel-Signature", SignatureVerifier.sign(body, "canary-key"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void readmeBeansMatchTheTestedOnes() throws IOException {
        Path application = Path.of("src/test/java/com/cliqtel/camel/springboot/ReadmeApplication.java");
        assertThat(dense(Files.readString(application))).contains(dense(snippet("java")));
    }

    @Test
    void readmeDependenciesMatchTheTestedOnes() throws IOException {
        String pom = dense(Files.readString(Path.of("pom.xml")) + Files.readString(Path.of("../pom.xml")));
        Matcher dependency = Pattern.compile(
                        "<artifactId>(.*?)</artifactId>\\s*<version>(.*?)</version>", Pattern.DOTALL)
                .matcher(snippet("xml"));
        int count = 0;
        for (; dependency.find(); count++) {
            assertThat(pom).contains("<artifactId>" + dependency.group(1) + "</artifactId>");
            assertThat(pom)
                    .containsAnyOf(
                            "<version>" + dependency.group(2) + "</version><packaging>",
                            "<camel.version>" + dependency.group(2) + "</camel.version>");
        }
        assertThat(count).isEqualTo(3);
    }

    private static String snippet(String language) throws IOException {
        Matcher matcher = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String dense(String code) {
        return code.replaceAll("\\s+", "");
    }
}
