/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.model.ApiList;
import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.Direction;
import com.cliqtel.camel.model.SendSms;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsNumber;
import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.text.Estimator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.jdbc.JdbcAggregationRepository;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultExchangeHolder;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/** Every body that an operation returns, in Camel's own forms of keeping an exchange. */
class PersistentAggregationRouteTest {

    private static final Map<String, Object> MESSAGE = Map.of(
            "id",
            42,
            "from",
            "+16625163513",
            "to",
            "+31612345678",
            "body",
            "canary",
            "status",
            "delivered",
            "direction",
            "outbound",
            "cost",
            0.0075,
            "created_at",
            "2026-04-03T10:15:30+00:00",
            "tags",
            List.of("a", Map.of("b", 1)));

    static Stream<Object> bodies() {
        return Stream.of(
                Sms.of(MESSAGE),
                new ApiList<>(List.of(Sms.of(MESSAGE))),
                new ApiList<>(List.of(SmsNumber.of(Map.of("id", 11, "number", "+16625163513", "sms_enabled", true)))),
                Estimator.of("\u2019"),
                WebhookContent.of(Map.of("event", "sms.status_updated", "data", MESSAGE)),
                WebhookContent.of(Map.of("event", "sms.other", "data", MESSAGE)),
                SendSms.of("+31612345678", "canary").withFromNumberId(11),
                DeliveryStatus.DELIVERED,
                Direction.OUTBOUND);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodySurvivesAnExchangeHolder(Object body) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody(body);
            Exchange restored = new DefaultExchange(context);
            DefaultExchangeHolder.unmarshal(restored, DefaultExchangeHolder.marshal(exchange));
            assertThat(restored.getMessage().getBody()).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodySurvivesAnAggregationRepositoryInADatabase(Object body) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            JdbcAggregationRepository repository = repository(context);
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody(body);
            repository.add(context, "order-1", exchange);
            assertThat(repository.get(context, "order-1").getMessage().getBody())
                    .isEqualTo(body);
        }
    }

    @Test
    void anExchangeAfterASendSurvivesWithItsHeaders(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            Exchange sent = account.call("cliqtel:send?to=" + TestAccount.TO, "canary");
            JdbcAggregationRepository repository = repository(account.context());
            repository.add(account.context(), "order-1", sent);
            Exchange restored = repository.get(account.context(), "order-1");
            assertThat(restored.getMessage().getBody())
                    .isEqualTo(sent.getMessage().getBody());
            assertThat(restored.getMessage().getHeaders())
                    .containsAllEntriesOf(sent.getMessage().getHeaders());
        }
    }

    private static JdbcAggregationRepository repository(CamelContext context) throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + context.getName() + ";DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("orders", "orders_completed")) {
                statement.execute("CREATE TABLE " + table
                        + " (id VARCHAR(255) PRIMARY KEY, exchange BLOB NOT NULL, version BIGINT NOT NULL)");
            }
        }
        JdbcAggregationRepository repository = new JdbcAggregationRepository();
        repository.setDataSource(database);
        repository.setTransactionManager(new DataSourceTransactionManager(database));
        repository.setRepositoryName("orders");
        // tag::deserialization-filter[]
        repository.setDeserializationFilter("com.cliqtel.camel.model.*;java.**;org.apache.camel.**;!*");
        repository.setAllowSerializedHeaders(true);
        // end::deserialization-filter[]
        repository.start();
        return repository;
    }
}
