/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.fixture.JmxBeans;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Sends that ended unknown, seen and settled by somebody who has looked what became of them. */
class UnsettledSendsRouteTest {

    private static final String TEXT = "canary text";

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;
    private CliqtelComponent component;

    @BeforeEach
    void open() throws Exception {
        account = TestAccount.of(cliqtel).route(new RouteBuilder() {
            @Override
            public void configure() {
                String send = "cliqtel:send?to=" + TestAccount.TO + "&maxRetries=0";
                from("direct:in").to(send + "&unknownOutcome=fail");
                from("direct:again").to(send + "&settlingTime=100ms");
                from("direct:patient").to(send + "&settlingTime=1h");
            }
        });
        component = account.component();
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private Exchange call(String uri, String key) {
        return account.call(uri, TEXT, key == null ? Map.of() : Map.of(CliqtelConstants.IDEMPOTENCY_KEY, key));
    }

    private Exchange endsUnknown(Fault fault, String key) {
        account.simulator().faults().add(FaultRule.sends(fault).next(1));
        Exchange ended = call("direct:in", key);
        assertThat(ended.getException()).isInstanceOf(CliqtelUnavailableException.class);
        return ended;
    }

    private Exchange lost(String key) {
        return endsUnknown(Fault.beforeAcceptance(Symptom.reset()), key);
    }

    private Exchange acceptedInSilence(String key) {
        return endsUnknown(Fault.afterAcceptance(Symptom.reset()), key);
    }

    private CompositeData only() {
        TabularData unknowns = component.unknowns();
        assertThat(unknowns.values()).hasSize(1);
        return (CompositeData) unknowns.values().iterator().next();
    }

    private long number() {
        return (Long) only().get("number");
    }

    private long idAtTheServer() {
        return account.simulator().messages().get(0).id();
    }

    @Test
    void oneThatIsListedKeepsNothingOfItsExchangeInMemory() {
        List<WeakReference<Exchange>> exchanges = listed();
        await().untilAsserted(() -> {
            System.gc();
            assertThat(exchanges).allMatch(exchange -> exchange.get() == null);
        });
        assertThat(component.unknowns().values()).hasSize(2);
        component.resolveAsNotSent(1);
        component.resolveAsNotSent(2);
        assertThat(component.unknowns().values()).isEmpty();
    }

    private List<WeakReference<Exchange>> listed() {
        return List.of(new WeakReference<>(lost("order-7")), new WeakReference<>(lost(null)));
    }

    @Test
    void oneIsListedMaskedUntilARedeliveryFindsIt() {
        acceptedInSilence("order-7");
        CompositeData shown = only();
        assertThat(shown.get("to")).isEqualTo("********5678");
        assertThat(shown.get("key")).isEqualTo("order-7");
        assertThat(shown.get("state")).isEqualTo("unknown");
        assertThat((String) shown.get("why")).contains("it was not looked for");
        assertThat(shown.toString()).doesNotContain("canary", "31612345678", "16625163513");
        assertThat(component.getOpenUnknowns()).isEqualTo(1);

        assertThat(call("direct:again", "order-7").getException()).isNull();
        assertThat(component.getOpenUnknowns()).isZero();
    }

    @Test
    void handedOverAgainInVainItKeepsItsNumber() {
        lost("order-7");
        long number = number();
        call("direct:again", "order-7");

        assertThat(number()).isEqualTo(number);
        assertThat((String) only().get("why")).contains("doesn't show it");
    }

    @Test
    void settledAsSentARedeliverySendsNothing() {
        acceptedInSilence("order-7");
        long id = idAtTheServer();

        assertThat(component.resolveAsSent(number(), id)).contains("message " + id);

        assertThat(component.getOpenUnknowns()).isZero();
        Exchange again = call("direct:in", "order-7");
        assertThat(again.getException()).isNull();
        assertThat(again.getMessage().getHeader(CliqtelConstants.DUPLICATE)).isEqualTo(true);
        assertThat(again.getMessage().getBody(Sms.class).id()).isEqualTo(id);
        cliqtel.then().accepted(1);
    }

    @Test
    void asAMessageThatIsAnotherSmsItIsNotSettled() {
        account.call("direct:in", "canary of another kind");
        long another = idAtTheServer();
        lost("order-7");

        assertThatThrownBy(() -> component.resolveAsSent(number(), another))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("message " + another + " is another SMS")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> component.resolveAsSent(number(), 999_999))
                .hasMessageContaining("message 999999 can't be read");
        assertThat(component.getOpenUnknowns()).isEqualTo(1);
    }

    @Test
    void asAMessageThatIsOfAnEqualSendItIsNotSettled() {
        call("direct:in", "order-6");
        long ofTheOther = idAtTheServer();
        lost("order-7");

        assertThatThrownBy(() -> component.resolveAsSent(number(), ofTheOther)).hasMessageContaining("another SMS");
        // and its key is as it was: unknown, and free to be looked for
        assertThat(call("direct:again", "order-7").getException()).isInstanceOf(CliqtelUnavailableException.class);
        cliqtel.then().accepted(1);
    }

    @Test
    void settledAsNotSentARedeliverySends() {
        lost("order-7");

        component.resolveAsNotSent(number());

        assertThat(component.getOpenUnknowns()).isZero();
        assertThat(call("direct:in", "order-7").getException()).isNull();
        cliqtel.then().accepted(1);
    }

    @Test
    void theExchangeItselfSendsOnceItIsSettledAsNotSentWithAKeyAndWithout() {
        for (String key : new String[] {"order-7", null}) {
            Exchange ended = lost(key);
            component.resolveAsNotSent(number());
            ended.setException(null);

            Exchange again = account.context().createProducerTemplate().send("direct:in", ended);
            assertThat(again.getException()).isNull();
        }
        cliqtel.then().accepted(2);
    }

    @Test
    void aRedeliveredSendIsNotSettledByAnotherThread() throws Exception {
        lost("order-7");
        account.context()
                .createProducerTemplate()
                .asyncRequestBodyAndHeader("direct:patient", TEXT, CliqtelConstants.IDEMPOTENCY_KEY, "order-7");
        await().until(() -> component.getOpenSends() == 1);

        assertThatThrownBy(() -> component.resolveAsNotSent(number()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is under way");
        assertThat(component.getOpenUnknowns()).isEqualTo(1);
        // else the context would wait for it
        component.stop();
    }

    @Test
    void whatWasSentMeanwhileIsNotSettledAsNotSent() {
        acceptedInSilence("order-7");
        long number = number();
        component.resolveAsSent(number, idAtTheServer());

        assertThatThrownBy(() -> component.resolveAsNotSent(number))
                .hasMessageContaining("no unknown send has the number " + number);
    }

    @Test
    void itIsSettledByJmx() throws Exception {
        lost("order-7");
        JmxBeans managed = new JmxBeans(account.context());

        TabularData unknowns = (TabularData) managed.invoke("components", "\"cliqtel\"", "unknowns");
        assertThat(unknowns.values()).hasSize(1);
        assertThat((String) managed.invoke("components", "\"cliqtel\"", "resolveAsNotSent", number()))
                .contains("settled as not sent");
        assertThat(managed.attribute("components", "\"cliqtel\"", "OpenUnknowns"))
                .isEqualTo(0);
    }
}
