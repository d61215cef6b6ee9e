/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.webhook.verify.hostile.HostileBodies;
import com.cliqtel.camel.webhook.verify.hostile.HostileBody;
import com.cliqtel.camel.webhook.verify.hostile.PlainJackson;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Each hostile body, signed rightly, wrongly and not at all, under each meaning of what is signed. */
class HostileBodiesTest {

    private static final List<HostileBody> BODIES = HostileBodies.at(TestReceivers.NOW);
    private static final String WRONG = "0".repeat(64);
    private static final Duration MOST_CPU = Duration.ofMillis(50);
    private static final int RUNS = 5;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Test
    void areManyAndDiffer() {
        assertThat(BODIES).hasSizeGreaterThan(300);
        assertThat(BODIES.stream().map(HostileBody::name)).doesNotHaveDuplicates();
    }

    @Test
    void getWhatTheyDeserve() {
        assertThat(BODIES).allSatisfy(body -> {
            TestRequest raw = signed(body, body.bytes());
            TestRequest stringified = signed(body, body.asStringified().orElse(body.bytes()));
            boolean sameForm = raw.signatures().equals(stringified.signatures());

            assertThat(answer(SignedContent.RAW, raw)).isEqualTo(body.raw());
            assertThat(answer(SignedContent.STRINGIFIED, stringified)).isEqualTo(body.stringified());
            assertThat(answer(SignedContent.AUTO, raw)).isEqualTo(body.raw());
            assertThat(answer(SignedContent.AUTO, stringified)).isEqualTo(sameForm ? body.raw() : body.stringified());
        });
    }

    @ParameterizedTest
    @EnumSource(SignedContent.class)
    void areForbiddenUnsignedAndWronglySigned(SignedContent signedContent) {
        for (HostileBody body : BODIES) {
            HttpAnswer answer = body.raw() == HttpAnswer.TOO_LARGE ? HttpAnswer.TOO_LARGE : HttpAnswer.FORBIDDEN;
            TestRequest unsigned = TestRequest.post(body.bytes());
            String stranger = SignatureVerifier.sign(body.bytes(), "a stranger's key");

            assertThat(answer(signedContent, unsigned)).as(body.toString()).isEqualTo(answer);
            assertThat(answer(signedContent, unsigned.withSignatures(WRONG)))
                    .as(body.toString())
                    .isEqualTo(answer);
            assertThat(answer(signedContent, unsigned.withSignatures(stranger)))
                    .as(body.toString())
                    .isEqualTo(answer);
        }
    }

    @Test
    void areRoutedAsTheyWereSigned() throws Exception {
        for (HostileBody body : BODIES) {
            for (byte[] signed : signedForms(body)) {
                if (verdict(SignedContent.AUTO, signed(body, signed)) instanceof Verdict.Accepted accepted) {
                    JsonNode expected = PlainJackson.read(signed);
                    assertThat(PlainJackson.tree(accepted.content().json()))
                            .as(body.toString())
                            .isEqualTo(expected);
                    assertThat(accepted.content().event())
                            .as(body.toString())
                            .isEqualTo(expected.get("event").asText());
                }
            }
        }
    }

    @Test
    void whatTheyAreReadAsCanBeShown() {
        for (HostileBody body : BODIES) {
            if (verdict(SignedContent.RAW, signed(body, body.bytes())) instanceof Verdict.Accepted accepted) {
                assertThatCode(() -> accepted.content().toString())
                        .as(body.toString())
                        .doesNotThrowAnyException();
                assertThat(accepted.content().hashCode())
                        .as(body.toString())
                        .isEqualTo(accepted.content().hashCode());
            }
        }
    }

    /** The least of some runs, so that a machine that is busy with other things says nothing about ours. */
    @Test
    void takeLittleCpu() {
        List<TestRequest> costliest = BODIES.stream()
                .flatMap(body -> Stream.concat(
                        signedForms(body).stream().map(form -> signed(body, form)),
                        Stream.of(TestRequest.post(body.bytes()).withSignatures(WRONG, WRONG, WRONG, WRONG))))
                .toList();
        costliest.forEach(sent -> verdict(SignedContent.AUTO, sent));

        assertThat(costliest.stream()
                        .filter(sent -> leastCpu(sent).compareTo(MOST_CPU) >= 0)
                        .map(sent ->
                                new String(sent.body(), 0, Math.min(80, sent.body().length), StandardCharsets.UTF_8)))
                .as("bodies that take %s or more", MOST_CPU)
                .isEmpty();
    }

    private Duration leastCpu(TestRequest sent) {
        return Duration.ofNanos(
                IntStream.range(0, RUNS).mapToLong(run -> cpu(sent)).min().orElseThrow());
    }

    private long cpu(TestRequest sent) {
        WebhookRequest request = sent.request();
        WebhookReceiver receiver = TestReceivers.of(SignedContent.AUTO);
        long before = threads.getCurrentThreadCpuTime();
        receiver.receive(request);
        return threads.getCurrentThreadCpuTime() - before;
    }

    private static List<byte[]> signedForms(HostileBody body) {
        return Stream.of(Optional.of(body.bytes()), body.asStringified())
                .flatMap(Optional::stream)
                .toList();
    }

    private static TestRequest signed(HostileBody body, byte[] form) {
        return TestRequest.post(body.bytes()).plusSignature(SignatureVerifier.sign(form, TestRequest.SECRET));
    }

    private static Verdict verdict(SignedContent signedContent, TestRequest sent) {
        return TestReceivers.of(signedContent).receive(sent.request());
    }

    private static HttpAnswer answer(SignedContent signedContent, TestRequest sent) {
        return verdict(signedContent, sent) instanceof Verdict.Answered answered
                ? answered.answer()
                : HttpAnswer.PROCESSED;
    }
}
