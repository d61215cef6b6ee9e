/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.model.SendSms;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.fixture.TestAccount.FROM;
import static com.cliqtel.camel.fixture.TestAccount.TO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Sending over HTTP to the simulator: what bodies, headers and options become, and what is refused before any call. */
class SendRouteTest {

    private final TestAccount account;

    SendRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    @Test
    void aTextBecomesAnSmsWithAnAnswer() {
        Exchange out = account.call("cliqtel:send?to=" + TO, "Your order #1234 has shipped!");

        assertThat(out.getException()).isNull();
        Sms sms = out.getMessage().getBody(Sms.class);
        assertThat(sms.id()).isEqualTo(42);
        assertThat(sms.status()).hasToString("queued");
        assertThat(sms.cost()).isEqualTo(new BigDecimal("0.008"));
        assertThat(out.getMessage().getHeaders())
                .containsEntry(CliqtelConstants.MESSAGE_ID, 42L)
                .containsEntry(CliqtelConstants.SMS_STATUS, "queued")
                .containsEntry(CliqtelConstants.SMS_DIRECTION, "outbound")
                .containsEntry(CliqtelConstants.SMS_FROM, FROM)
                .containsEntry(CliqtelConstants.SMS_TO, TO)
                .containsEntry(CliqtelConstants.SEGMENTS, 1)
                .containsEntry(CliqtelConstants.COST, new BigDecimal("0.008"))
                .containsEntry(CliqtelConstants.CURRENCY, "EUR")
                .containsEntry(CliqtelConstants.CARRIER, "didfarm")
                .containsKeys(
                        CliqtelConstants.CREATED_AT,
                        CliqtelConstants.RATE_LIMIT,
                        CliqtelConstants.RATE_LIMIT_REMAINING,
                        Exchange.MESSAGE_TIMESTAMP)
                .doesNotContainKeys(CliqtelConstants.ERROR_CODE, CliqtelConstants.UPDATED_AT);
        assertThat(only().body()).isEqualTo("Your order #1234 has shipped!");
    }

    static Stream<Arguments> texts() throws Exception {
        String text = "Grüße €5 😀";
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("String", text),
                Arguments.of("StringBuilder", new StringBuilder(text)),
                Arguments.of("byte[]", utf8),
                Arguments.of("byte[] with a byte order mark", ("\ufeff" + text).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("InputStream", new ByteArrayInputStream(utf8)),
                Arguments.of("Reader", new StringReader(text)),
                Arguments.of("StreamCache", new org.apache.camel.converter.stream.InputStreamCache(utf8)),
                Arguments.of("SendSms", SendSms.ofText(text)),
                Arguments.of("Map", Map.of("body", text)),
                Arguments.of(
                        "an Sms passed on",
                        Sms.of(Map.of("id", 7, "from", "+15550000000", "to", "+15550000001", "body", text))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void everyKindOfTextIsTaken(String name, Object body) {
        Exchange out = account.call("cliqtel:send?to=" + TO, body);

        assertThat(out.getException()).isNull();
        assertThat(only().body()).isEqualTo("Grüße €5 😀");
        assertThat(only().to()).isEqualTo(TO);
    }

    @Test
    void aFileIsTakenAsTextAndNeverReadBeyondWhatAnSmsHolds(@TempDir Path folder) throws Exception {
        Path small = Files.writeString(folder.resolve("small.txt"), "from a file");
        Path huge = Files.write(folder.resolve("huge.txt"), new byte[5_000_000]);
        GenericFile<java.io.File> wrapped = new GenericFile<>();
        wrapped.setFile(small.toFile());
        wrapped.setBody(small.toFile());

        assertThat(account.call("cliqtel:send?to=" + TO, small.toFile()).getException())
                .isNull();
        assertThat(account.call("cliqtel:send?to=" + TO, wrapped).getException())
                .isNull();
        assertRefused(account.call("cliqtel:send?to=" + TO, huge.toFile()), "1600 characters");
        assertThat(account.simulator().messages()).extracting(Message::body).containsOnly("from a file");
    }

    @Test
    void aStreamThatWasRefusedCanBeReadAgain() {
        var cache = new org.apache.camel.converter.stream.InputStreamCache("keep me".getBytes(StandardCharsets.UTF_8));
        Exchange out = account.call("cliqtel:send?to=123", cache);

        assertRefused(out, "to", "123");
        assertThat(out.getMessage().getBody(String.class)).isEqualTo("keep me");
    }

    static Stream<Arguments> refusedBodies() {
        return Stream.of(
                Arguments.of(null, "no text"),
                Arguments.of("", "empty"),
                Arguments.of("x".repeat(1601), "1601 characters"),
                Arguments.of("a\u0000b", "NUL"),
                Arguments.of("a\ud800b", "surrogate"),
                Arguments.of(new byte[] {(byte) 0xff, 'a'}, "not UTF-8"),
                Arguments.of(List.of("a"), "java.util"),
                Arguments.of(new java.util.concurrent.atomic.AtomicInteger(4), "AtomicInteger"),
                Arguments.of(42, "java.lang.Integer"),
                Arguments.of(Map.of("body", "canary", "status_callback", "x"), "unknown field 'status_callback'"),
                Arguments.of(Map.of("body", List.of("canary")), "field body is a"),
                Arguments.of(Map.of("to", TO), "no text"),
                Arguments.of(Map.of("body", "canary", "from", FROM, "from_number_id", 11), "two senders"));
    }

    @ParameterizedTest
    @MethodSource("refusedBodies")
    void aBodyThatIsNoSmsIsRefusedBeforeAnyCall(Object body, String words) {
        assertRefused(account.call("cliqtel:send?to=" + TO, body), words);
    }

    @Test
    void sixteenHundredCharactersOutsideTheBasicPlaneAreTaken() {
        String text = "😀".repeat(1600);
        assertThat(account.call("cliqtel:send?to=" + TO, text).getException()).isNull();
        assertThat(only().body()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+31 6 1234-5678", "0031612345678", " +31(6)12345678 ", "+31.6.1234.5678"})
    void numbersAsPeopleWriteThemBecomeE164(String number) {
        assertThat(account.call("cliqtel:send", "hi", Map.of(CliqtelConstants.TO, number))
                        .getException())
                .isNull();
        assertThat(only().to()).isEqualTo(TO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0612345678",
                "31612345678",
                "+0612345678",
                "+316",
                "+3161234567890123",
                "abc",
                "",
                "+31٦12345678"
            })
    void aNumberThatWouldHaveToBeGuessedIsRefused(String number) {
        Exchange out = account.call("cliqtel:send?to=+15550000000", "canary", Map.of(CliqtelConstants.TO, number));

        assertRefused(out, "header CamelCliqtelTo");
        if (number.length() > 4) {
            assertThat(out.getException().getMessage()).doesNotContain(number.trim());
        }
    }

    @Test
    void headersComeBeforeTheBodyTheBodyBeforeTheEndpointAndTheEndpointBeforeTheComponent() {
        account.component().getAddress().setTo("+10000000004");
        Map<String, String> body = Map.of("body", "x", "to", "+10000000002");
        Map<String, Object> header = Map.of(CliqtelConstants.TO, "+10000000001");

        account.call("cliqtel:send?to=+10000000003", body, header);
        account.call("cliqtel:send?to=+10000000003", body);
        account.call("cliqtel:send?to=+10000000003", "x");
        account.call("cliqtel:send", "x");

        assertThat(account.simulator().messages())
                .extracting(Message::to)
                .containsExactlyInAnyOrder("+10000000001", "+10000000002", "+10000000003", "+10000000004");
    }

    @Test
    void senderAndSenderIdArePairedFromTheFirstPlaceThatHasEither() {
        assertThat(account.call("cliqtel:send?fromNumberId=6&to=" + TO, "x").getException())
                .isNull();
        assertThat(only().from()).isEqualTo("+16315950406");
        assertThat(account.simulator().calls().get(0).body())
                .contains("\"from_number_id\":6")
                .doesNotContain("\"from\"");

        assertThat(account.call(
                                "cliqtel:send?from=" + FROM + "&to=" + TO,
                                "x",
                                Map.of(CliqtelConstants.FROM_NUMBER_ID, "6"))
                        .getException())
                .isNull();
        assertThat(account.simulator().calls().get(1).body()).contains("\"from_number_id\":6");
        assertRefused(account.call("cliqtel:send?fromNumberId=6&from=" + FROM + "&to=" + TO, "x"), "two senders");
    }

    @Test
    void withoutSenderOrRecipientItSaysWhatToSet() {
        account.component().getAddress().setFrom(null);
        assertRefused(account.call("cliqtel:send?to=" + TO, "x"), "no sender", "fromNumberId");
        assertRefused(account.call("cliqtel:send?from=" + FROM, "x"), "no recipient", "CamelCliqtelTo");
    }

    @Test
    void aCallbackAddressFromAHeaderHasToBeHttpsAndOnAnAllowedHost() {
        String uri = "cliqtel:send?to=" + TO + "&statusCallbackUrl=https://app.example/hook";
        assertThat(account.call(uri, "x").getException()).isNull();
        assertThat(account.simulator().calls().get(0).body())
                .contains("\"status_callback_url\":\"https://app.example/hook\"");

        assertRefused(
                account.call(uri, "x", callback("https://evil.example/hook")), "evil.example", "allowedCallbackHosts");
        assertRefused(account.call(uri, "x", callback("http://app.example/hook")), "not https");
        assertRefused(account.call(uri, "x", callback("https://app.example@evil.example/")), "user info");
        assertThat(account.call(uri, "x", callback("https://APP.example/other")).getException())
                .isNull();
        assertThat(account.call(uri + "&allowedCallbackHosts=a.example,b.example", "x", callback("https://b.example/"))
                        .getException())
                .isNull();
    }

    private static Map<String, Object> callback(String url) {
        return Map.of(CliqtelConstants.STATUS_CALLBACK_URL, url);
    }

    @Test
    void theAnswerConvertsToTheApisJson() throws Exception {
        Exchange out = account.call("cliqtel:send?to=" + TO, "x");
        String json = out.getMessage().getBody(String.class);
        Sms sms = out.getMessage().getBody(Sms.class);

        assertThat(json)
                .startsWith(
                        "{\"id\":42,\"from\":\"+16625163513\",\"to\":\"+31612345678\",\"body\":\"x\",\"direction\":\"outbound\","
                                + "\"status\":\"queued\",\"segments\":1,\"cost\":0.008,\"currency\":\"EUR\",\"carrier\":\"didfarm\","
                                + "\"created_at\":\"");
        assertThat(json).matches(".*T[0-9:]{8}\\+00:00\"}");
        assertThat(new ObjectMapper().writeValueAsString(sms)).isEqualTo(json);
        assertThat(out.getMessage().getBody(Map.class))
                .containsEntry("created_at", sms.json().get("created_at"));
        assertThat(sms.toString()).doesNotContain(TO, "\"x\"");
    }

    @Test
    void simpleReadsTheAnswersFields() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("cliqtel:send?to=" + TO)
                        .setHeader("line", simple("${body.id} ${body.status} ${body.cost}"))
                        .choice()
                        .when(simple("${body.status} == 'queued'"))
                        .setHeader("queued", constant(true));
            }
        });
        Exchange out = account.call("direct:in", "x");
        assertThat(out.getMessage().getHeaders())
                .containsEntry("line", "42 queued 0.008")
                .containsEntry("queued", true);
    }

    @Test
    void theUsersOtherHeadersStay() {
        Exchange out = account.call("cliqtel:send?to=" + TO, "x", Map.of("orderId", "7"));
        assertThat(out.getMessage().getHeader("orderId")).isEqualTo("7");
        assertThat(account.simulator().calls().get(0).header("orderId")).isNull();
    }

    @Test
    void noFactOfOneStepSteersTheNext() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("cliqtel:send?to=" + TO)
                        .setBody(constant("second"))
                        .to("cliqtel:send?to=+15550000000")
                        .to("cliqtel:list?direction=outbound")
                        .to("cliqtel:get");
            }
        });
        Exchange out = account.call("direct:in", "first");

        assertThat(account.simulator().messages())
                .extracting(Message::to)
                .containsExactlyInAnyOrder(TO, "+15550000000");
        assertThat(account.simulator().calls().get(2).query()).isEqualTo("direction=outbound&page=1&per_page=25");
        assertThat(out.getMessage().getBody(Sms.class).body()).isEqualTo("second");
    }

    @Test
    void manyNumbersInADynamicEndpointAreOneEndpoint() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD("cliqtel:send?to=${header.phone}&from=RAW(" + FROM + ")&requestTimeout=9s");
            }
        });
        for (int i = 0; i < 50; i++) {
            Exchange out = account.call("direct:in", "x", Map.of("phone", "+3161234560" + i));
            assertThat(out.getException()).isNull();
            assertThat(out.getProperties()).doesNotContainKey("CamelCliqtelDynamicOptions");
        }

        assertThat(account.simulator().messages())
                .extracting(Message::to)
                .doesNotHaveDuplicates()
                .hasSize(50);
        assertThat(account.context().getEndpoints())
                .filteredOn(CliqtelEndpoint.class::isInstance)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+31612345678&baseUrl=http://127.0.0.1:1/evil",
                "+31612345678&statusCallbackUrl=http://evil.example/",
                "+31612345678&to=+15550000000",
                "+31612345678&perPage=1",
                "+31612345678&&",
                "+31612345678)&apiKey=x"
            })
    void aValueInADynamicEndpointBringsNoOptionOfItsOwn(String phone) throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD("cliqtel:send?to=${header.phone}");
                from("direct:raw").toD("cliqtel:send?to=RAW(${header.phone})");
            }
        });
        for (String route : List.of("direct:in", "direct:raw")) {
            Exchange out = account.call(route, "canary", Map.of("phone", phone));
            assertThat(out.getException()).isInstanceOf(CliqtelRejectedException.class);
            assertThat(out.getException().getMessage()).doesNotContain("31612345678");
        }
        assertThat(account.simulator().calls()).isEmpty();
    }

    @Test
    void anOptionOfAnotherOperationIsRefusedHoweverItIsSpelt() {
        for (String uri : List.of(
                "send?per-page=5",
                "send?PerPage=5",
                "get?list.perPage=5",
                "send?webhook.webhookPath=/x",
                "get?From=%2B1555")) {
            assertThatThrownBy(() -> account.context().getEndpoint("cliqtel:" + uri))
                    .as(uri)
                    .rootCause()
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFileInItsOwnCharsetArrivesAsWritten(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("hello.txt"), "Grüße".getBytes(StandardCharsets.ISO_8859_1));
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder + "?charset=iso-8859-1&initialDelay=0").to("cliqtel:send?to=" + TO);
            }
        });
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(account.simulator().messages()).hasSize(1));
        assertThat(only().body()).isEqualTo("Grüße");
    }

    @Test
    void anExpressionInAStaticEndpointIsRefusedWithTheRightWord() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("cliqtel:send?to=${header.phone}");
            }
        });
        assertRefused(account.call("direct:in", "x", Map.of("phone", TO)), "toD instead of to");
    }

    @Test
    void aHeaderStillBeatsADynamicEndpointsOption() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD("cliqtel:send?to=${header.phone}");
            }
        });
        account.call("direct:in", "x", Map.of("phone", "+15550000000", CliqtelConstants.TO, TO));
        account.call("direct:in", Map.of("body", "x", "to", "+15550000009"), Map.of("phone", "+15550000000"));

        assertThat(account.simulator().messages())
                .extracting(Message::to)
                .containsExactlyInAnyOrder(TO, "+15550000009");
    }

    @Test
    void anEndpointUsedTheWrongWayRoundSaysTheRightOne() {
        assertThatThrownBy(() -> account.context().getEndpoint("cliqtel:send").createConsumer(e -> {}))
                .hasMessageContaining("to(\"cliqtel:send\")");
        assertThatThrownBy(
                        () -> account.context().getEndpoint("cliqtel:webhook").createProducer())
                .hasMessageContaining("from(\"cliqtel:webhook\")");
    }

    @Test
    void anUnknownOperationOrAnOptionOfAnotherIsRefusedAtCreation() {
        assertThatThrownBy(() -> account.context().getEndpoint("cliqtel:sned"))
                .rootCause()
                .hasMessageContaining(
                        "cliqtel:send, cliqtel:list, cliqtel:get, cliqtel:numbers, cliqtel:estimate, cliqtel:webhook");
        assertThatThrownBy(() -> account.context().getEndpoint("cliqtel:send?perPage=3"))
                .rootCause()
                .hasMessageContaining("perPage is not one of cliqtel:send: it belongs to cliqtel:list");
        assertThatThrownBy(() -> account.context().getEndpoint("cliqtel:send?colour=red"))
                .hasMessageContaining("colour");
    }

    private Message only() {
        return account.simulator().messages().get(0);
    }

    private void assertRefused(Exchange out, String... words) {
        int calls = account.simulator().calls().size();
        assertThat(out.getException())
                .isInstanceOf(CliqtelRejectedException.class)
                .hasMessageContainingAll(words);
        assertThat(out.getException().getMessage()).contains("invalid_input").doesNotContain("canary");
        assertThat(account.simulator().calls()).hasSize(calls);
    }
}
