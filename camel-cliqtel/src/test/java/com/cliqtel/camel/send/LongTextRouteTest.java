/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.model.Encoding;
import com.cliqtel.camel.model.Estimate;
import com.cliqtel.camel.model.SendSms;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Texts that are long or cost more than they need, numbers of a region, and sends that are not to happen. */
class LongTextRouteTest {

    private static final String SEND = "cliqtel:send?to=+31612345678";
    private static final String LONG = "canary word ".repeat(299) + "canary word!";

    private final TestAccount account;

    LongTextRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private List<Message> messages() {
        return account.simulator().messages();
    }

    private String sentText() {
        // a blank is left out at each cut
        return String.join(" ", messages().stream().map(Message::body).toList());
    }

    private void assertRefused(Exchange out, String... words) {
        assertThat(out.getException())
                .isInstanceOf(CliqtelRejectedException.class)
                .hasMessageContainingAll(words);
        assertThat(out.getException().getMessage()).doesNotContain("canary", "31612345678");
        assertThat(account.simulator().calls()).isEmpty();
    }

    @Test
    void aLongTextIsRefusedUnlessItMayBeSplit() {
        assertRefused(account.call(SEND, LONG), "3600 characters", "at most 1600");
    }

    @Test
    void aLongTextIsSentInPartsThatGiveTheText() {
        Exchange out = account.call(SEND + "&longMessage=split", LONG);
        assertThat(out.getException()).isNull();
        assertThat(messages()).hasSize(3);
        assertThat(sentText()).isEqualTo(LONG);
        assertThat(out.getMessage().getBody(Sms.class).id())
                .isEqualTo(messages().get(0).id());
        assertThat(out.getMessage().getHeader(CliqtelConstants.PART_IDS))
                .isEqualTo(messages().stream().map(Message::id).toList());
    }

    @Test
    void aShortTextIsNotSplitAndHasNoPartIds() {
        Exchange out = account.call(SEND + "&longMessage=split", "canary", Map.of(CliqtelConstants.PART_IDS, "old"));
        assertThat(messages()).hasSize(1);
        assertThat(out.getMessage().getHeaders()).doesNotContainKey(CliqtelConstants.PART_IDS);
    }

    @Test
    void aLongTextMayComeAsAStream() {
        account.call(SEND + "&longMessage=split", new ByteArrayInputStream(LONG.getBytes(StandardCharsets.UTF_8)));
        assertThat(sentText()).isEqualTo(LONG);
    }

    @Test
    void anEmptyTextIsRefusedAlsoWhereItMayBeSplit() {
        assertRefused(account.call(SEND + "&longMessage=split", ""), "the text is empty");
    }

    @Test
    void aTextOfTooManyPartsIsRefused() {
        assertRefused(account.call(SEND + "&longMessage=split", "canary ".repeat(100_000)), "too long to be split");
    }

    @Test
    void moreSegmentsThanAllowedAreRefusedOrSplit() {
        String text = "canary ".repeat(40);
        assertRefused(account.call(SEND + "&maxSegments=1", text), "needs 2 segments", "maxSegments allows 1");
        account.call(SEND + "&maxSegments=1&longMessage=split", text);
        assertThat(messages()).hasSize(2).allSatisfy(message -> assertThat(message.segments())
                .isEqualTo(1));
        assertThat(sentText()).isEqualTo(text.trim());
    }

    @Test
    void blanksAtTheEndsOfALongTextAreLeftOut() {
        String letters = "canary".repeat(265);
        for (String text : List.of(letters + " ".repeat(60), "\n\t".repeat(30) + letters)) {
            account.call(SEND + "&longMessage=split", text);
        }
        account.call(SEND + "&longMessage=split", letters + "\u00a0".repeat(60) + "end");
        assertThat(messages()).extracting(Message::body).containsExactlyInAnyOrder(letters, letters, letters, "end");
    }

    @Test
    void aTextOfBlanksIsRefused() {
        for (String blanks : List.of(" ", " \r\n", "\u3000".repeat(2000), "\u200b")) {
            assertRefused(account.call(SEND, blanks), "the text is blank");
            assertRefused(account.call(SEND + "&longMessage=split", blanks), "the text is blank");
            assertRefused(account.call(SEND + "&dryRun=true", blanks), "the text is blank");
        }
    }

    @Test
    void aFailingPartSaysWhichWereSentAndARedeliveryGoesOnFromThere() throws Exception {
        List<String> failures = new ArrayList<>();
        List<Object> ids = new ArrayList<>();
        account.simulator()
                .faults()
                .add(FaultRule.sends(Fault.beforeAcceptance(Symptom.status(422).error("validation_error", "no")))
                        .nth(2));
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler()
                        .maximumRedeliveries(1)
                        .redeliveryDelay(0)
                        .onExceptionOccurred(e -> {
                            failures.add(e.getException().getMessage());
                            ids.add(e.getMessage().getHeader(CliqtelConstants.PART_IDS));
                        }));
                from("direct:in").to(SEND + "&longMessage=split");
            }
        });
        Exchange out = account.call("direct:in", LONG);
        assertThat(out.getException()).isNull();
        assertThat(failures).hasSize(1).first().asString().contains("part 2 of 3 (sent before: part 1 as [42])");
        assertThat(ids).containsExactly(List.of(42L));
        assertThat(sentText()).isEqualTo(LONG);
        assertThat(messages()).hasSize(3);
        assertThat((List<?>) out.getMessage().getHeader(CliqtelConstants.PART_IDS))
                .hasSize(3);
    }

    @Test
    void aPartWithUnknownOutcomeIsFoundAndTheRestFollows() {
        account.component().getSend().setSettlingTime(Duration.ofMillis(400));
        account.simulator()
                .faults()
                .add(FaultRule.sends(Fault.afterAcceptance(Symptom.reset())).nth(2));
        Exchange out = account.call(SEND + "&longMessage=split", LONG);
        assertThat(out.getException()).isNull();
        assertThat(out.getMessage().getHeader(CliqtelConstants.RECONCILED)).isEqualTo(true);
        assertThat(sentText()).isEqualTo(LONG);
    }

    @Test
    void eachPartIsOncePerKeyAndWithAKeyAnotherExchangeGoesOn() {
        account.component().getRetry().setMaxRetries(0);
        account.simulator()
                .faults()
                .add(FaultRule.sends(Fault.beforeAcceptance(Symptom.status(422).error("validation_error", "no")))
                        .nth(3));
        Map<String, Object> key = Map.of(CliqtelConstants.IDEMPOTENCY_KEY, "order-7");
        assertThat(account.call(SEND + "&longMessage=split", LONG, key).getException())
                .isInstanceOf(CliqtelException.class);
        assertThat(account.call(SEND + "&longMessage=split", LONG, key).getException())
                .isNull();
        Exchange third = account.call(SEND + "&longMessage=split", LONG, key);
        assertThat(third.getMessage().getHeader(CliqtelConstants.DUPLICATE)).isEqualTo(true);
        assertThat(messages()).hasSize(3);
        assertThat(sentText()).isEqualTo(LONG);
    }

    @Test
    void theSameTextSentAgainByALaterStepIsSentAgain() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .setProperty("text", body())
                        .to(SEND + "&longMessage=split")
                        .setBody(exchangeProperty("text"))
                        .to(SEND + "&longMessage=split");
            }
        });
        account.call("direct:in", LONG);
        assertThat(messages()).hasSize(6);
    }

    @Test
    void replacesTypographicCharactersOnlyIfEnabled() {
        account.call(SEND + "&smartEncoding=true", "\u201ccanary\u201d \u2013 it\u2019s here\u2026");
        account.call(SEND, "\u201ccanary\u201d");
        assertThat(messages().get(0).body()).isEqualTo("\"canary\" - it's here...");
        assertThat(messages().get(1).body()).isEqualTo("\u201ccanary\u201d");
    }

    @Test
    void anEstimateTakesNoCallAndNoKey() {
        account.component().getConnection().setApiKey(null);
        Exchange out = account.call("cliqtel:estimate", "canary \u2019");
        Estimate estimate = out.getMessage().getBody(Estimate.class);
        assertThat(out.getException()).isNull();
        assertThat(estimate.encoding()).isEqualTo(Encoding.UCS_2);
        assertThat(estimate.segments()).isEqualTo(1);
        assertThat(estimate.fits()).isTrue();
        assertThat(out.getMessage().getHeader(CliqtelConstants.SEGMENTS)).isEqualTo(1);
        assertThat(out.getMessage().getBody(String.class)).contains("\"encoding\":\"UCS-2\"");
        assertThat(out.getMessage().getBody(Map.class)).containsEntry("segments", 1);
        assertThat(account.call("cliqtel:estimate?smartEncoding=true", "canary \u2019")
                        .getMessage()
                        .getBody(Estimate.class)
                        .encoding())
                .isEqualTo(Encoding.GSM_7);
        assertThat(account.call("cliqtel:estimate", LONG)
                        .getMessage()
                        .getBody(Estimate.class)
                        .fits())
                .isFalse();
        assertThat(account.call("cliqtel:estimate", SendSms.ofText("canary"))
                        .getMessage()
                        .getBody(Estimate.class)
                        .segments())
                .isEqualTo(1);
        assertThat(account.simulator().calls()).isEmpty();
    }

    @Test
    void aDryRunDoesEverythingButTheCall() {
        Exchange out = account.call(SEND + "&dryRun=true", "canary");
        assertThat(out.getMessage().getBody(Estimate.class).segments()).isEqualTo(1);
        assertRefused(account.call("cliqtel:send?dryRun=true&to=0612345678", "canary"), "not an international number");
        assertRefused(account.call(SEND + "&dryRun=true", LONG), "3600 characters");
    }

    @Test
    void refusesADisallowedRecipientBeforeAnyCall() {
        for (String allowed : List.of("+31612345679", "+49*,+44*", "\\+3161234567[0-7]", "+49*, +44*")) {
            account.component().getSend().setAllowedRecipients(allowed);
            assertRefused(
                    account.call(SEND + "&maxWait=" + allowed.length() + "s", "canary"), "allowedRecipients", "5678");
        }
        assertThat(account.call("cliqtel:send?to=+31612345678&allowedRecipients=+49*, +316*", "canary")
                        .getException())
                .isNull();
        assertThat(account.call("cliqtel:send?to=+31612345678&allowedRecipients=RAW(\\+3161234567[0-9])", "canary")
                        .getException())
                .isNull();
        assertThatThrownBy(() -> account.context().getEndpoint("cliqtel:send?allowedRecipients=RAW([)"))
                .hasMessageContaining("allowedRecipients");
        assertThat(account.call("cliqtel:send?to=+31612345678&allowedRecipients=RAW(\\+316\\d{8,9},+49*)", "canary")
                        .getException())
                .isNull();
        assertThatThrownBy(() -> account.context().getEndpoint("cliqtel:send?allowedRecipients=,"))
                .hasMessageContaining("allowedRecipients names nobody");
    }

    @Test
    void nationalNumbersAreReadInTheDefaultRegionOnly() {
        account.component().getAddress().setFrom("+16625163513");
        account.call("cliqtel:send?to=06 12345678&defaultRegion=NL", "canary");
        account.call("cliqtel:send?defaultRegion=US", SendSms.of("(662) 516-3513", "canary"));
        assertThat(messages()).extracting(Message::to).containsExactly("+31612345678", "+16625163513");
        assertThatThrownBy(() -> account.context().getEndpoint("cliqtel:send?defaultRegion=ZZ"))
                .hasMessageContaining("ZZ");
    }

    @Test
    void wrongOptionsAreNamedAtCreation() {
        Map.of(
                        "longMessage=cut", "fail, split",
                        "unknownOutcome=maybe", "reconcile, resend or fail",
                        "maxSegments=-1", "maxSegments",
                        "maxRetries=-1", "maxRetries",
                        "settlingTime=0", "settlingTime")
                .forEach((option, words) -> assertThatThrownBy(
                                () -> account.context().getEndpoint(SEND + "&" + option))
                        .hasMessageContaining(words));
    }

    @Test
    void anUnavailablePartIsReported() {
        account.component().getRetry().setMaxRetries(0);
        Exchange out = account.call(SEND + "&longMessage=split&baseUrl=http://127.0.0.1:1/x", LONG);
        assertThat(out.getException())
                .isInstanceOf(CliqtelUnavailableException.class)
                .hasMessageContaining("part 1 of 3 (none was sent)");
    }
}
