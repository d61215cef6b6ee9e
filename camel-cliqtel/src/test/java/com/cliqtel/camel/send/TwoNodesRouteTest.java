/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.cluster.CamelClusterMember;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.cluster.AbstractCamelClusterService;
import org.apache.camel.support.cluster.AbstractCamelClusterView;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two nodes that poll one account with one ledger: in turn by leadership, or at once, as when a leader was paused. */
class TwoNodesRouteTest {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<CamelContext> nodes = new ArrayList<>();

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;

    @BeforeEach
    void open() {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        for (CamelContext node : nodes) {
            node.close();
        }
        account.close();
    }

    private CamelContext node(Ledger ledger, String uri, Leadership leadership) throws Exception {
        CamelContext node = TestAccount.contextFor(account.simulator());
        node.getComponent("cliqtel", CliqtelComponent.class).getLedger().setLedger(ledger);
        if (leadership != null) {
            node.addService(leadership);
        }
        node.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri)
                        .routeId("in")
                        .process(exchange -> told.add(
                                exchange.getMessage().getBody(Sms.class).body()));
            }
        });
        node.start();
        nodes.add(node);
        return node;
    }

    private void receive(int from, int to) {
        for (int i = from; i < to; i++) {
            account.simulator().receive("4711", TestAccount.FROM, "text " + i);
        }
    }

    @Test
    void twoPollersProcessEachMessageOnce() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:two-nodes;DB_CLOSE_DELAY=-1");
        String uri = "cliqtel:inbound?startScheduler=false&startFrom=beginning";
        List<ScheduledPollConsumer> pollers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            CamelContext node = node(new JdbcLedger(database), uri, null);
            pollers.add((ScheduledPollConsumer) node.getRoute("in").getConsumer());
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                receive(round * 40, round * 40 + 40);
                List<Future<?>> polls = new ArrayList<>();
                pollers.forEach(poller -> polls.add(threads.submit(poller)));
                for (Future<?> poll : polls) {
                    poll.get();
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(told).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void withMasterTheFollowerGoesOnWhereTheLeaderWas() throws Exception {
        Ledger ledger = new MemoryLedger();
        String uri = "master:sms:cliqtel:inbound?initialDelay=1&delay=20&startFrom=beginning";
        Leadership one = new Leadership("one");
        Leadership other = new Leadership("other");
        node(ledger, uri, one);
        node(ledger, uri, other);
        receive(0, 5);
        one.lead(true);
        await().until(() -> told.size() == 5);
        one.lead(false);
        other.lead(true);
        receive(5, 10);
        await().until(() -> told.size() == 10);
        assertThat(told).doesNotHaveDuplicates();
    }

    /** A cluster in which who leads is said by the test. */
    private static final class Leadership extends AbstractCamelClusterService<Leadership.View> {

        private volatile View view;
        private volatile boolean leads;

        Leadership(String id) {
            super(id);
        }

        void lead(boolean now) {
            leads = now;
            view.changed();
        }

        @Override
        protected View createView(String namespace) {
            view = new View(this, namespace);
            return view;
        }

        static final class View extends AbstractCamelClusterView {

            private final Leadership cluster;

            View(Leadership cluster, String namespace) {
                super(cluster, namespace);
                this.cluster = cluster;
            }

            void changed() {
                fireLeadershipChangedEvent(getLeader().orElse(null));
            }

            @Override
            public java.util.Optional<CamelClusterMember> getLeader() {
                return cluster.leads ? java.util.Optional.of(getLocalMember()) : java.util.Optional.empty();
            }

            @Override
            public CamelClusterMember getLocalMember() {
                return new CamelClusterMember() {
                    @Override
                    public String getId() {
                        return cluster.getId();
                    }

                    @Override
                    public boolean isLeader() {
                        return cluster.leads;
                    }

                    @Override
                    public boolean isLocal() {
                        return true;
                    }
                };
            }

            @Override
            public List<CamelClusterMember> getMembers() {
                return List.of(getLocalMember());
            }
        }
    }
}
