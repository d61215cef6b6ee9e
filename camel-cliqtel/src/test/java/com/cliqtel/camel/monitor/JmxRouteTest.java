/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.util.Map;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

import com.cliqtel.camel.fixture.JmxBeans;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The JMX attributes and operations of the component, its endpoints, producers and consumers. */
class JmxRouteTest {

    private static final String COMPONENT = "\"cliqtel\"";

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount started() throws Exception {
        TestAccount account = TestAccount.of(cliqtel);
        account.component().getLimit().setRequestsPerMinute(60);
        return account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("cliqtel:send?to=RAW(" + TestAccount.TO + ")");
                from("cliqtel:inbound?startScheduler=false").routeId("in").log("one");
            }
        });
    }

    @Test
    void theComponentShowsCountsAndTheQuota() throws Exception {
        try (TestAccount account = started()) {
            JmxBeans managed = new JmxBeans(account.context());
            account.call("direct:in", "canary one");
            account.call("direct:in", "");

            assertThat(managed.attribute("components", COMPONENT, "SmsAccepted"))
                    .isEqualTo(1L);
            assertThat(managed.attribute("components", COMPONENT, "SmsUnknown")).isEqualTo(0L);
            assertThat(managed.attribute("components", COMPONENT, "Calls"))
                    .isEqualTo(Map.of("send.answered", 1L, "send.rejected", 1L));
            // Camel's own are there as well
            assertThat(managed.attribute("components", COMPONENT, "ComponentName"))
                    .isEqualTo("cliqtel");

            TabularData accounts = (TabularData) managed.invoke("components", COMPONENT, "accountStates");
            assertThat(accounts.values()).hasSize(1);
            CompositeData row = (CompositeData) accounts.values().iterator().next();
            assertThat(row.get("permits")).isEqualTo(60L);
            assertThat(row.get("permitsLeft")).isEqualTo(59L);
            assertThat((Long) row.get("quotaLeft")).isBetween(1L, 99_999L);
            assertThat(row.get("waiting")).isEqualTo(0L);
            assertThat(row.toString()).doesNotContain("canary");
        }
    }

    @Test
    void sendingIsPausedAndResumed() throws Exception {
        try (TestAccount account = started()) {
            JmxBeans managed = new JmxBeans(account.context());
            managed.invoke("components", COMPONENT, "pauseSending");
            assertThat(managed.attribute("components", COMPONENT, "SendingPaused"))
                    .isEqualTo(true);

            managed.invoke("components", COMPONENT, "resumeSending");
            assertThat(managed.attribute("components", COMPONENT, "SendingPaused"))
                    .isEqualTo(false);
        }
    }

    @Test
    void anEndpointShowsItsAccount() throws Exception {
        try (TestAccount account = started()) {
            JmxBeans managed = new JmxBeans(account.context());
            account.call("direct:in", "canary one");

            assertThat((String) managed.attribute("endpoints", "cliqtel://send", "Account"))
                    .matches("[0-9a-f]{16}");
            assertThat(managed.attribute("endpoints", "cliqtel://send", "PermitsLeft"))
                    .isEqualTo(59);
            assertThat(managed.attribute("endpoints", "cliqtel://send", "HeldSeconds"))
                    .isEqualTo(0L);
        }
    }

    @Test
    void aPollingConsumerShowsItsLastPollAndPosition() throws Exception {
        try (TestAccount account = started()) {
            JmxBeans managed = new JmxBeans(account.context());
            ScheduledPollConsumer consumer =
                    (ScheduledPollConsumer) account.context().getRoute("in").getConsumer();
            assertThat(managed.attribute("consumers", "ScheduledConsumer", "LastPollTime"))
                    .isNull();
            consumer.run();
            account.simulator().receive("+31687654321", TestAccount.FROM, "canary");
            consumer.run();

            assertThat(managed.attribute("consumers", "ScheduledConsumer", "LastPollMessages"))
                    .isEqualTo(1);
            assertThat((String) managed.attribute("consumers", "ScheduledConsumer", "LastPollTime"))
                    .startsWith("20");
            assertThat((String) managed.attribute("consumers", "ScheduledConsumer", "Position"))
                    .startsWith("20");
            assertThat(managed.attribute("consumers", "ScheduledConsumer", "LastPollError"))
                    .isNull();
        }
    }

    @Test
    void aProducerShowsItsExchangesInProgress() throws Exception {
        try (TestAccount account = started()) {
            account.call("direct:in", "canary one");

            assertThat(new JmxBeans(account.context()).attribute("producers", "CliqtelProducer(", "UnderWay"))
                    .isEqualTo(0);
        }
    }
}
