/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.account.StoredForm;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A server that stores numbers and texts in another form: a send with a lost answer is never posted again. */
class NormalisingServerRouteTest {

    private static final UnaryOperator<String> SAME = UnaryOperator.identity();
    private static final String TEXT = "caf\u00e9 \u201ccanary\u201d  \u2013 order\r\n1234\u2026 & more ";

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private void open(StoredForm form) {
        account = TestAccount.of(cliqtel, server -> server.storedForm(form));
        account.component().getSend().setUnknownOutcome("resend");
        account.component().getSend().setSettlingTime(Duration.ofMillis(400));
    }

    private Exchange send(String to, String text) {
        return account.call("cliqtel:send", text, Map.of(CliqtelConstants.TO, to));
    }

    private void loseNextAnswer() {
        account.simulator()
                .faults()
                .add(FaultRule.sends(afterAcceptance(Symptom.closed())).next(1));
    }

    private long posts() {
        return account.simulator().calls().stream()
                .filter(call -> call.method().equals("POST"))
                .count();
    }

    private static void assertUnknown(Exchange exchange) {
        assertThat(exchange.getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, unknown -> assertThat(unknown.getOutcome())
                        .isEqualTo(Outcome.UNKNOWN));
    }

    @ParameterizedTest(name = "{0} is stored as {1}")
    @CsvSource({
        "+5215512345678, +525512345678",
        "+525512345678, +5215512345678",
        "+5491123456789, +541123456789",
        "+551187654321, +5511987654321",
        "+31612345678, +310612345678",
        "+440207946095, +44207946095",
        "+31612345678, 0612345678",
        "+31612345678, 0031612345678",
        "+31612345678, +31 6 12 34 56 78",
        "+31612345678, 31612345678"
    })
    void aRespelledRecipientIsFoundAndNotPostedAgain(String to, String stored) {
        open(new StoredForm(SAME, number -> stored, SAME));
        loseNextAnswer();
        Exchange exchange = send(to, TEXT);
        assertThat(posts()).isEqualTo(1);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(CliqtelConstants.RECONCILED)).isEqualTo(true);
    }

    @ParameterizedTest(name = "{0} is stored as {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "+5492966412345, +54296615412345",
                "+31612345678, ********5678",
                "+31612345678, +3161234XXXX",
                "+31612345678, hidden",
                "+84120345678, +8470345678"
            })
    void aRecipientThatMayBeTheSameIsContestedAndNotPostedAgain(String to, String stored) {
        open(new StoredForm(SAME, number -> stored, SAME));
        loseNextAnswer();
        assertUnknown(send(to, TEXT));
        assertThat(posts()).isEqualTo(1);
    }

    static Stream<Arguments> textForms() {
        return Stream.<Map.Entry<String, UnaryOperator<String>>>of(
                        Map.entry("trimmed", String::strip),
                        Map.entry("blanks collapsed", text -> text.replaceAll("\\s+", " ")),
                        Map.entry("quotes replaced", text -> text.replaceAll("[\u201c\u201d]", "\"")),
                        Map.entry("dashes replaced", text -> text.replace('\u2013', '-')),
                        Map.entry("ellipsis replaced", text -> text.replace("\u2026", "...")),
                        Map.entry("line ends changed", text -> text.replace("\r\n", "\n")),
                        Map.entry("line ends as blanks", text -> text.replace("\r\n", " ")),
                        Map.entry("NFD", text -> Normalizer.normalize(text, Normalizer.Form.NFD)),
                        Map.entry("NFKC", text -> Normalizer.normalize(text, Normalizer.Form.NFKC)),
                        Map.entry("NFKD", text -> Normalizer.normalize(text, Normalizer.Form.NFKD)),
                        Map.entry("all", StoredForm.NORMALISED.text()),
                        Map.entry("accents dropped", text -> text.replace('\u00e9', 'e')),
                        Map.entry("replaced by question marks", text -> text.replaceAll("[^ -~\\s]", "?")),
                        Map.entry("escaped for HTML", text -> text.replace("&", "&amp;")),
                        Map.entry("upper case", text -> text.toUpperCase(java.util.Locale.ROOT)),
                        Map.entry("cut off", text -> text.substring(0, 20)),
                        Map.entry("with an addition", text -> text + "Reply STOP to opt out"))
                .map(form -> arguments(form.getKey(), form.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("textForms")
    void aTextInAnotherFormIsNoReasonToPostAgain(String name, UnaryOperator<String> stored) {
        open(new StoredForm(SAME, SAME, stored));
        loseNextAnswer();
        send("+31612345678", TEXT);
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void numberSenderAndTextInOtherFormsTogetherAreFound() {
        open(StoredForm.NORMALISED);
        loseNextAnswer();
        Exchange exchange = send("+5215512345678", TEXT);
        assertThat(posts()).isEqualTo(1);
        assertThat(exchange.getException()).isNull();
    }

    @Test
    void aSenderThatIsNotShownIsNoReasonToPostAgain() {
        open(new StoredForm(number -> "Cliqtel", SAME, SAME));
        loseNextAnswer();
        assertUnknown(send("+31612345678", TEXT));
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aTextInAnotherScriptThatIsTransliteratedIsNoReasonToPostAgain() {
        open(new StoredForm(SAME, SAME, text -> "Privet, kod 1234"));
        loseNextAnswer();
        assertUnknown(send("+31612345678", "\u041f\u0440\u0438\u0432\u0435\u0442, \u043a\u043e\u0434 1234"));
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void theSameTextToManyRecipientsKeepsNoneFromBeingPostedAgain() {
        open(StoredForm.NORMALISED);
        for (int i = 0; i < 20; i++) {
            assertThat(send("+316123456" + (10 + i), "canary to many").getException())
                    .isNull();
        }
        account.simulator()
                .faults()
                .add(FaultRule.sends(beforeAcceptance(Symptom.closed())).next(1));
        assertThat(send("+31612345699", "canary to many").getException()).isNull();
        assertThat(posts()).isEqualTo(22);
    }

    @Test
    void theSameTextToManyRecipientsByAnotherSystemKeepsNoneFromBeingPostedAgain() throws Exception {
        open(StoredForm.AS_SENT);
        try (TestAccount other = TestAccount.of(account.simulator())) {
            for (int i = 0; i < 5; i++) {
                other.call("cliqtel:send?to=+3161234561" + i, "canary to many");
            }
        }
        account.simulator()
                .faults()
                .add(FaultRule.sends(beforeAcceptance(Symptom.closed())).next(1));
        assertThat(send("+31612345699", "canary to many").getException()).isNull();
        assertThat(posts()).isEqualTo(7);
    }

    @Test
    void anAnswerThatShowsNumberAndTextInAnotherFormIsOurs() {
        open(StoredForm.NORMALISED);
        Exchange exchange = send("+5215512345678", TEXT);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(CliqtelConstants.RECONCILED)).isNull();
    }
}
