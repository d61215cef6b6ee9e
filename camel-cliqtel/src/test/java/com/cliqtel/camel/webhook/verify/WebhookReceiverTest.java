/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.cliqtel.camel.fixture.HostileTexts;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.model.WebhookEvent;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class WebhookReceiverTest {

    private static final String WRONG = "0".repeat(64);
    private static final String TOO_LARGE = " ".repeat(TestRequest.LIMIT + 1);
    private static final TestRequest GOOD = TestRequest.signed(TestRequest.REFERENCE);

    private final WebhookReceiver receiver = TestReceivers.of(
            SignedContent.AUTO, Set.of("sms.status_updated", "sms.received"), Set.of("delivered", "failed"));

    static Stream<Arguments> answered() {
        return Stream.of(
                row("GET", GOOD.by("GET"), HttpAnswer.NOT_POST),
                row("post", GOOD.by("post"), HttpAnswer.NOT_POST),
                row("no method", GOOD.by(null), HttpAnswer.NOT_POST),
                row(
                        "PUT before anything else",
                        TestRequest.post(TOO_LARGE).by("PUT").ofType(),
                        HttpAnswer.NOT_POST),
                row("no content type", GOOD.ofType(), HttpAnswer.NOT_JSON),
                row("an empty content type", GOOD.ofType(""), HttpAnswer.NOT_JSON),
                row("a form", GOOD.ofType("application/x-www-form-urlencoded"), HttpAnswer.NOT_JSON),
                row("text", GOOD.ofType("text/plain; a=application/json"), HttpAnswer.NOT_JSON),
                row("almost JSON", GOOD.ofType("application/jsonp"), HttpAnswer.NOT_JSON),
                row("a list of types", GOOD.ofType("application/json, text/plain"), HttpAnswer.NOT_JSON),
                row("two types", GOOD.ofType("application/json", "text/plain"), HttpAnswer.NOT_JSON),
                row("compressed", GOOD.encoded("gzip"), HttpAnswer.NOT_JSON),
                row("compressed, among others", GOOD.encoded("identity", "br"), HttpAnswer.NOT_JSON),
                row("compressed before its size", TestRequest.post(TOO_LARGE).encoded("gzip"), HttpAnswer.NOT_JSON),
                row("too large, signed", TestRequest.signed(TOO_LARGE), HttpAnswer.TOO_LARGE),
                row("too large before its signature", TestRequest.post(TOO_LARGE), HttpAnswer.TOO_LARGE),
                row("no signature", TestRequest.post(TestRequest.REFERENCE), HttpAnswer.FORBIDDEN),
                row("an empty signature", GOOD.withSignatures(""), HttpAnswer.FORBIDDEN),
                row("a malformed signature", GOOD.withSignatures(WRONG.substring(1)), HttpAnswer.FORBIDDEN),
                row("a wrong signature", GOOD.withSignatures(WRONG), HttpAnswer.FORBIDDEN),
                row("five signatures", fiveSignatures(), HttpAnswer.FORBIDDEN),
                row(
                        "another body's signature",
                        TestRequest.signedAs("{}", TestRequest.REFERENCE),
                        HttpAnswer.FORBIDDEN),
                row("unsigned, not JSON", TestRequest.post("{").withSignatures(WRONG), HttpAnswer.FORBIDDEN),
                row("unsigned, not UTF-8", GOOD.withBody(new byte[] {'"', -1, '"'}), HttpAnswer.FORBIDDEN),
                row("unsigned, empty", TestRequest.post("").withSignatures(WRONG), HttpAnswer.FORBIDDEN),
                row("unsigned, too old", old(GOOD.withSignatures(WRONG)), HttpAnswer.FORBIDDEN),
                row("signed, empty", TestRequest.signed(""), HttpAnswer.NOT_AN_EVENT),
                row("signed, not JSON", TestRequest.signed("{\"event\":"), HttpAnswer.NOT_AN_EVENT),
                row("signed, two values", TestRequest.signed(TestRequest.REFERENCE + "{}"), HttpAnswer.NOT_AN_EVENT),
                row("signed, a list", TestRequest.signed("[]"), HttpAnswer.NOT_AN_EVENT),
                row("signed, null", TestRequest.signed("null"), HttpAnswer.NOT_AN_EVENT),
                row("signed, a list, stringified", TestRequest.signedStringified("[ 1 ]"), HttpAnswer.NOT_AN_EVENT),
                row("signed, no event", TestRequest.signed("{\"data\":{\"id\":42}}"), HttpAnswer.NOT_AN_EVENT),
                row(
                        "signed, no data",
                        TestRequest.signed("{\"event\":\"sms.status_updated\"}"),
                        HttpAnswer.NOT_AN_EVENT),
                row("signed, no id", TestRequest.signed(update("\"status\":\"delivered\"")), HttpAnswer.NOT_AN_EVENT),
                row("signed, an id twice", TestRequest.signed(update("\"id\":1,\"id\":42")), HttpAnswer.NOT_AN_EVENT),
                row("signed, a rounded id", rounded("9007199254740993"), HttpAnswer.NOT_AN_EVENT),
                row("signed, a rounded id of any kind", roundedOfAnotherKind(), HttpAnswer.NOT_AN_EVENT),
                row("signed, five minutes and a second early", at("10:20:44"), HttpAnswer.FROM_THE_FUTURE),
                row("from the future before filtered", unwanted("10:20:44"), HttpAnswer.FROM_THE_FUTURE),
                row("signed, an hour and a second old", at("09:15:42"), HttpAnswer.TOO_OLD),
                row("signed, older than can be", atTime("-999999999-01-01T00:00:00+18:00"), HttpAnswer.TOO_OLD),
                row("signed, later than can be", atTime("+999999999-12-31T23:59:59-18:00"), HttpAnswer.FROM_THE_FUTURE),
                row("too old before filtered", unwanted("09:15:42"), HttpAnswer.TOO_OLD),
                row("signed, another event", unwanted("10:15:43"), HttpAnswer.FILTERED),
                row("signed, another status", status("\"sent\""), HttpAnswer.FILTERED),
                row("signed, no status", status("null"), HttpAnswer.FILTERED));
    }

    @Test
    void saysWhichEventItDoesNotGiveToTheRoute() {
        assertThat(receiver.receive(status("\"sent\"").request()))
                .isInstanceOfSatisfying(Verdict.Answered.class, answered -> assertThat(answered.content())
                        .containsInstanceOf(StatusUpdate.class));
        assertThat(receiver.receive(GOOD.withSignatures(WRONG).request()))
                .isInstanceOfSatisfying(Verdict.Answered.class, answered -> assertThat(answered.content())
                        .isEmpty());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("answered")
    void answersWithoutTheRoute(String what, TestRequest sent, HttpAnswer answer) {
        assertThat(answer(sent.request())).isEqualTo(answer);
    }

    private HttpAnswer answer(WebhookRequest request) {
        Verdict verdict = receiver.receive(request);
        assertThat(verdict).isInstanceOf(Verdict.Answered.class);
        return ((Verdict.Answered) verdict).answer();
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                row("raw", GOOD),
                row("a status in capitals", status("\"DELIVERED\"")),
                row("an event in capitals", TestRequest.signed("{\"event\":\"SMS.Received\"}")),
                row("stringified", TestRequest.signedStringified(TestRequest.REFERENCE)),
                row("JSON with a charset", GOOD.ofType("application/json; charset=iso-8859-1")),
                row("JSON in capitals", GOOD.ofType(" Application/JSON ;")),
                row("a kind of JSON", GOOD.ofType("application/cloudevents+json")),
                row("identity", GOOD.encoded("identity")),
                row("Identity, twice and empty", GOOD.encoded("Identity ", "identity", "")),
                row("with a prefix", GOOD.withSignatures("sha256=" + GOOD.signature())),
                row("after a wrong one", GOOD.withSignatures(WRONG, GOOD.signature())),
                row("five minutes early", at("10:20:43")),
                row("an hour old", at("09:15:43")),
                row("in another zone", atTime("2026-04-03T12:15:43+02:00")),
                row("without a time", TestRequest.signed(update("\"id\":42,\"status\":\"failed\""))),
                row("with an unreadable time", atTime("yesterday")),
                row("the largest exact id", rounded("9007199254740991")),
                row("a large id, raw", TestRequest.signed(update(delivered("9007199254740993")))),
                row("a large id as a string", rounded("\"9007199254740993\"")),
                row("of another event, which has no status", TestRequest.signed("{\"event\":\"sms.received\"}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void acceptsWhatIsSignedAndWanted(String what, TestRequest sent) {
        assertThat(receiver.receive(sent.request())).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void readsWhatWasVerifiedAndNotWhatWasSent() {
        TestRequest twoIds = TestRequest.signedStringified(update("\"id\":1,\"status\":\"failed\",\"id\":42"));
        assertThat(content(twoIds)).isInstanceOfSatisfying(StatusUpdate.class, update -> {
            assertThat(update.id()).isEqualTo(42);
            assertThat(update.json())
                    .isEqualTo(Map.of("event", "sms.status_updated", "data", Map.of("id", 42, "status", "failed")));
        });
    }

    /** Signed by Node; written by PHP, which escapes slashes and whatever is not ASCII. */
    @Test
    void verifiesWhatOtherLanguagesWriteOtherwise() {
        String php = "{\"event\":\"sms.status_updated\",\"data\":{\"id\":42,\"status\":\"delivered\",\"cost\":1.0e-5,"
                + "\"note\":\"caf\\u00e9 1\\/2\"},\"timestamp\":\"2026-04-03T10:15:33+00:00\"}";
        TestRequest signedByNode =
                TestRequest.post(php).plusSignature("4c775431da070df0a6bf5aa770ba842500c06adf69407f61893fed89cfab4928");
        assertThat(content(signedByNode)).isInstanceOfSatisfying(StatusUpdate.class, update -> {
            assertThat(update.cost()).isEqualByComparingTo("0.00001");
            assertThat(update.json().get("data"))
                    .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                    .containsEntry("note", "café 1/2");
        });
    }

    @Test
    void passesOnAnUnknownEventWhole() {
        assertThat(content(TestRequest.signed("{\"event\":\"sms.received\",\"data\":[{\"x\":1}],\"more\":null}")))
                .isInstanceOfSatisfying(WebhookEvent.class, event -> {
                    assertThat(event.event()).isEqualTo("sms.received");
                    assertThat(event.json()).containsOnlyKeys("event", "data", "more");
                });
    }

    @Test
    void wantsEverythingByDefault() {
        WebhookReceiver open = TestReceivers.of(SignedContent.AUTO);
        assertThat(open.receive(unwanted("10:15:43").request())).isInstanceOf(Verdict.Accepted.class);
        assertThat(open.receive(status("\"teleported\"").request())).isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "7", "\"", "[1e400,", "\\", "\u0000", "\ufeff", "\u00ff"})
    void survivesHostileBodiesSignedOrNot(String part) {
        String body = part.repeat(TestRequest.LIMIT / part.getBytes(StandardCharsets.UTF_8).length);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(answer(TestRequest.post(body)
                            .withSignatures(WRONG, WRONG, WRONG, WRONG)
                            .request()))
                    .isEqualTo(HttpAnswer.FORBIDDEN);
            assertThat(answer(TestRequest.signed(body).request())).isEqualTo(HttpAnswer.NOT_AN_EVENT);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "nonsense", "00", "0x"})
    void doesNotLookAtABodyWithoutAWellFormedSignature(String malformed) {
        WebhookRequest request = new WebhookRequest(
                "POST", List.of("application/json"), List.of(), List.of(malformed), new RequestBody.Whole(null));
        assertThat(answer(request)).isEqualTo(HttpAnswer.FORBIDDEN);
    }

    private WebhookContent content(TestRequest sent) {
        Verdict verdict = receiver.receive(sent.request());
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return ((Verdict.Accepted) verdict).content();
    }

    private static Arguments row(String what, Object... cells) {
        return arguments(Stream.concat(Stream.of(what), Stream.of(cells)).toArray());
    }

    private static String update(String data) {
        return "{\"event\":\"sms.status_updated\",\"data\":{" + data + "}}";
    }

    private static String delivered(String id) {
        return "\"id\":" + id + ",\"status\":\"delivered\"";
    }

    private static TestRequest rounded(String id) {
        return TestRequest.signedStringified(update(delivered(id)) + " ");
    }

    private static TestRequest roundedOfAnotherKind() {
        return TestRequest.signedStringified("{ \"event\":\"sms.received\",\"data\":{\"id\":-1e300}}");
    }

    private static TestRequest status(String status) {
        return TestRequest.signed(update("\"id\":42,\"status\":" + status));
    }

    private static TestRequest at(String time) {
        return atTime("2026-04-03T" + time + "Z");
    }

    private static TestRequest atTime(String timestamp) {
        return TestRequest.signed(TestRequest.REFERENCE.replace(
                "\"timestamp\": \"2026-04-03T10:15:33+00:00\"", "\"timestamp\": \"" + timestamp + '"'));
    }

    private static TestRequest unwanted(String time) {
        return TestRequest.signed("{\"event\":\"sms.other\",\"timestamp\":\"2026-04-03T" + time + "Z\"}");
    }

    private static TestRequest old(TestRequest sent) {
        return sent.withBody(at("09:00:00").body());
    }

    private static TestRequest fiveSignatures() {
        return GOOD.withSignatures(GOOD.signature(), WRONG, WRONG, WRONG, WRONG);
    }

    @Test
    void hostileHeadersAreReadOnASmallStack() throws Exception {
        HostileTexts.readEach(text -> TestReceivers.of(SignedContent.AUTO)
                .receive(new WebhookRequest(
                        "POST", List.of(text), List.of(text), List.of(text), new RequestBody.Whole(new byte[0]))));
    }
}
