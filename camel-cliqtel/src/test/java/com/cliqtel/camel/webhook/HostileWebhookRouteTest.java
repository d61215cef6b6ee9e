/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.fixture.EmptyLedger;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.webhook.verify.HttpAnswer;
import com.cliqtel.camel.webhook.verify.SignatureVerifier;
import com.cliqtel.camel.webhook.verify.hostile.HostileBodies;
import com.cliqtel.camel.webhook.verify.hostile.HostileBody;
import com.cliqtel.camel.webhook.verify.hostile.PlainJackson;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.fixture.WebhookServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

/** What a stranger and a mad sender can post, to a real route on Vert.x that passes reports on as JSON. */
class HostileWebhookRouteTest {

    private static final String SIGNATURE = "X-Cliqtel-Signature";
    private static final List<byte[]> ROUTED = Collections.synchronizedList(new ArrayList<>());
    private static WebhookServer server;

    @BeforeAll
    static void start() throws Exception {
        server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                getContext()
                        .getComponent("cliqtel", CliqtelComponent.class)
                        .getLedger()
                        .setLedger(new EmptyLedger());
                from("cliqtel:webhook?webhookVerifyToken=" + SECRET)
                        .convertBodyTo(byte[].class)
                        .process(exchange -> ROUTED.add(exchange.getMessage().getBody(byte[].class)));
            }
        });
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void forget() {
        ROUTED.clear();
    }

    @Test
    void hostileBodiesGetTheTablesAnswersAndWhatIsRoutedWasSigned() throws Exception {
        for (HostileBody body : HostileBodies.at(Instant.now())) {
            assertAnswer(body, body.bytes(), body.raw());
            byte[] stringified = body.asStringified().orElse(body.bytes());
            if (!Arrays.equals(stringified, body.bytes())) {
                assertAnswer(body, stringified, body.stringified());
            }
        }
    }

    @Test
    void hostileBodiesThatAreNotSignedAreAllForbiddenAlike() throws Exception {
        for (HostileBody body : HostileBodies.at(Instant.now())) {
            int status = body.raw() == HttpAnswer.TOO_LARGE ? 413 : 403;
            HttpRequest.Builder wrong =
                    request(body.bytes(), SignatureVerifier.sign(body.bytes(), "canary of a stranger"));
            HttpRequest.Builder unsigned =
                    server.request("").POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes()));
            assertThat(status(wrong)).as(body.toString()).isEqualTo(status);
            assertThat(status(unsigned)).as(body.toString()).isEqualTo(status);
        }
        assertThat(ROUTED).isEmpty();
    }

    @Test
    void noReportIsRoutedWithABitFlipped() throws Exception {
        byte[] body = WebhookServer.report(42, "delivered").getBytes(StandardCharsets.UTF_8);
        String signature = SignatureVerifier.sign(body, SECRET);
        assertThat(status(request(body, signature))).isEqualTo(200);
        ROUTED.clear();

        for (int bit = 0; bit < body.length * Byte.SIZE; bit++) {
            assertThat(status(request(flipped(body, bit), signature)))
                    .as("bit %d of the body", bit)
                    .isEqualTo(403);
        }
        byte[] signed = HexFormat.of().parseHex(signature);
        for (int bit = 0; bit < signed.length * Byte.SIZE; bit++) {
            assertThat(status(request(body, HexFormat.of().formatHex(flipped(signed, bit)))))
                    .as("bit %d of the signature", bit)
                    .isEqualTo(403);
        }
        assertThat(ROUTED).isEmpty();
    }

    private static void assertAnswer(HostileBody body, byte[] signed, HttpAnswer judged) throws Exception {
        // no call of the API has shown its time here
        HttpAnswer answer = judged == HttpAnswer.TOO_OLD ? HttpAnswer.TOO_OLD_HERE : judged;
        ROUTED.clear();
        assertThat(status(request(body.bytes(), SignatureVerifier.sign(signed, SECRET))))
                .as(body.toString())
                .isEqualTo(answer.status());
        if (answer == HttpAnswer.PROCESSED) {
            assertThat(ROUTED).as(body.toString()).hasSize(1);
            assertThat(PlainJackson.same(PlainJackson.read(ROUTED.get(0)), PlainJackson.read(signed)))
                    .as(body.toString())
                    .isTrue();
        } else {
            assertThat(ROUTED).as(body.toString()).isEmpty();
        }
    }

    private static HttpRequest.Builder request(byte[] body, String signature) {
        return server.request("").header(SIGNATURE, signature).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private static int status(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = server.send(request);
        assertThat(answer.body()).isEmpty();
        return answer.statusCode();
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return flipped;
    }
}
