/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.fixture.EmptyLedger;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.time.ManualTime;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Routes from {@code cliqtel:status}: what becomes of the messages sent, as reports, over a day moved by hand. */
class StatusRouteTest {

    private static final String BY_HAND = "?startScheduler=false&delay=1";

    private final List<Exchange> routed = new CopyOnWriteArrayList<>();
    private final ManualTime time = SimulatedTime.manual(Instant.parse("2026-04-03T10:15:30Z"));
    private final AtomicInteger failing = new AtomicInteger();

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;

    @BeforeEach
    void open() {
        account = TestAccount.of(cliqtel, simulator -> simulator.time(time).deliveryTime(Duration.ofMinutes(1)));
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private void route(String options) throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:status" + BY_HAND + options)
                        .routeId("status")
                        .errorHandler(noErrorHandler())
                        .process(exchange -> {
                            if (failing.getAndDecrement() > 0) {
                                throw new IllegalStateException("not yet");
                            }
                            routed.add(exchange.copy());
                        });
            }
        });
    }

    private void poll() {
        // a message that failed in the last poll is delivered again only after the delay
        long asked = System.nanoTime();
        await().until(() -> System.nanoTime() - asked > 1_000_000);
        ((ScheduledPollConsumer) account.context().getRoute("status").getConsumer()).run();
    }

    private long send() {
        return account.call("cliqtel:send?to=" + TestAccount.TO, "canary text")
                .getMessage()
                .getBody(Sms.class)
                .id();
    }

    private List<String> told() {
        return routed.stream()
                .map(exchange -> exchange.getMessage().getBody(StatusUpdate.class))
                .map(update -> update.id() + " " + update.status())
                .toList();
    }

    @Test
    void eachChangeThatIsSeenComesOnceAsAReport() throws Exception {
        route("");
        poll();
        long id = send();
        poll();
        time.advance(Duration.ofSeconds(30));
        poll();
        poll();
        time.advance(Duration.ofSeconds(30));
        poll();
        poll();

        assertThat(told()).containsExactly(id + " sent", id + " delivered");
        Exchange last = routed.get(1);
        Map<String, Object> headers = last.getMessage().getHeaders();
        assertThat(headers)
                .containsEntry(CliqtelConstants.EVENT, "sms.status_updated")
                .containsEntry(CliqtelConstants.MESSAGE_ID, id)
                .containsEntry(CliqtelConstants.SMS_STATUS, "delivered")
                .containsEntry(CliqtelConstants.STATUS_FINAL, true)
                .containsEntry(CliqtelConstants.SMS_TO, TestAccount.TO);
        assertThat(last.getMessage().getHeader(CliqtelConstants.EVENT_TIMESTAMP))
                .hasToString("2026-04-03T10:16:30Z");
        assertThat(last.getMessage().getBody(String.class))
                .startsWith("{\"event\":\"sms.status_updated\",\"data\":{\"id\":" + id + ",\"from\":\"")
                .endsWith("\"created_at\":\"2026-04-03T10:15:30+00:00\"},\"timestamp\":\"2026-04-03T10:16:30+00:00\"}")
                .doesNotContain("canary", "carrier");
    }

    @Test
    void onlyTheStatusesThatAreWantedAsOfTheWebhook() throws Exception {
        route("&statuses=delivered,failed");
        poll();
        long id = send();
        poll();
        time.advance(Duration.ofSeconds(30));
        poll();
        time.advance(Duration.ofSeconds(30));
        poll();
        assertThat(told()).containsExactly(id + " delivered");
    }

    @Test
    void statusesBetweenTwoPollsAreMissed() throws Exception {
        route("");
        poll();
        long id = send();
        time.advance(Duration.ofMinutes(1));
        poll();
        assertThat(told()).containsExactly(id + " delivered");
    }

    @Test
    void followsASlowMessageUntilItsFinalStatus() throws Exception {
        account.close();
        account = TestAccount.of(cliqtel, simulator -> simulator.time(time).deliveryTime(Duration.ofDays(30)));
        route("");
        poll();
        long slow = send();
        poll();
        time.advance(Duration.ofHours(5));
        long other = send();
        account.simulator().deliver(other);
        poll();
        account.simulator().deliver(slow);
        time.advance(Duration.ofHours(5));
        poll();
        poll();
        assertThat(told()).containsExactly(other + " delivered", slow + " delivered");
    }

    @Test
    void manyFollowedMessagesAreReadByOneList() throws Exception {
        account.close();
        account = TestAccount.of(cliqtel, simulator -> simulator.time(time).deliveryTime(Duration.ofDays(30)));
        route("");
        poll();
        List<Long> slow = Stream.generate(this::send).limit(30).toList();
        poll();
        time.advance(Duration.ofHours(5));
        send();
        poll();
        slow.forEach(account.simulator()::fail);
        time.advance(Duration.ofHours(5));
        int before = account.simulator().calls().size();
        poll();
        assertThat(told())
                .containsExactlyElementsOf(
                        slow.stream().map(id -> id + " failed").toList());
        assertThat(account.simulator().calls()).hasSizeLessThanOrEqualTo(before + 3);
    }

    @Test
    void deliversAFailedChangeOfAnOldMessageAgainAfterTheDelay() throws Exception {
        account.close();
        account = TestAccount.of(cliqtel, simulator -> simulator.time(time).deliveryTime(Duration.ofDays(30)));
        failing.set(1);
        route("");
        poll();
        long slow = send();
        poll();
        time.advance(Duration.ofHours(5));
        account.simulator().deliver(send());
        poll();
        poll();
        routed.clear();
        failing.set(1);
        account.simulator().deliver(slow);
        time.advance(Duration.ofHours(1));
        poll();
        assertThat(told()).isEmpty();
        time.advance(Duration.ofSeconds(15));
        poll();
        poll();
        assertThat(told()).containsExactly(slow + " delivered");
    }

    @Test
    void aDeepScanDeliversNoOldFinalStatus() throws Exception {
        account.close();
        account = TestAccount.of(cliqtel, simulator -> simulator.time(time).deliveryTime(Duration.ofDays(300)));
        // so that the position alone has to know
        account.component().getLedger().setLedger(new EmptyLedger());
        route("");
        poll();
        List<Long> slow = Stream.generate(this::send).limit(30).toList();
        long ended = send();
        account.simulator().deliver(ended);
        poll();
        for (int day = 0; day < 2; day++) {
            time.advance(Duration.ofHours(20));
            account.simulator().deliver(send());
            poll();
        }
        slow.forEach(account.simulator()::fail);
        time.advance(Duration.ofHours(10));
        poll();
        poll();
        assertThat(told()).doesNotHaveDuplicates().hasSize(30 + 3);
    }

    @Test
    void givesUpAMessageWithoutAFinalStatus() throws Exception {
        account.close();
        account = TestAccount.of(cliqtel, simulator -> simulator.time(time).deliveryTime(Duration.ofDays(300)));
        route("&giveUpAfter=1h");
        poll();
        long slow = send();
        poll();
        time.advance(Duration.ofHours(30));
        long other = send();
        account.simulator().deliver(other);
        poll();
        time.advance(Duration.ofHours(30));
        account.simulator().deliver(send());
        poll();
        int before = account.simulator().calls().size();
        time.advance(Duration.ofHours(2));
        poll();
        assertThat(account.simulator().calls().stream().skip(before).map(ReceivedCall::path))
                .noneMatch(path -> path.endsWith("/" + slow));
        account.simulator().deliver(slow);
        time.advance(Duration.ofHours(2));
        poll();
        assertThat(told()).noneMatch(report -> report.startsWith(slow + " "));
    }

    @Test
    void aConsumerTemplateGetsReports() throws Exception {
        account.context().start();
        long id = send();
        account.simulator().deliver(id);
        try (ConsumerTemplate template = account.context().createConsumerTemplate()) {
            StatusUpdate update =
                    template.receiveBody("cliqtel:status?startFrom=beginning&delay=10", 5_000, StatusUpdate.class);
            assertThat(update.id()).isEqualTo(id);
        }
    }
}
