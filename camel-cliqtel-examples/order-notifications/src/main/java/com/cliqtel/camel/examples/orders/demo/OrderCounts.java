/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.cliqtel.camel.simulator.account.Message;

/** Counts the orders in the database and the SMS at the account. */
final class OrderCounts {

    private final ShopEnvironment environment;

    OrderCounts(ShopEnvironment environment) {
        this.environment = environment;
    }

    /** Orders without a final status; 1 if the database has no orders yet. */
    long unfinished() throws SQLException {
        return query("select case when count(*) = 0 then 1 else count(case when status not in ('delivered', 'failed')"
                + " then 1 end) end from orders");
    }

    long with(String status) throws SQLException {
        return query("select count(*) from orders where status = '" + status + "'");
    }

    /** Orders that the broker delivered to the shop more than once. */
    long handedOverAgain() throws SQLException {
        return query("select count(*) from orders where tries > 1");
    }

    /** Ids of messages that the account has accepted and the database does not have. */
    Set<Long> unnoted() throws SQLException {
        Set<Long> messages = environment.account().messages().stream()
                .map(Message::id)
                .collect(Collectors.toCollection(HashSet::new));
        try (Connection connection =
                        DriverManager.getConnection(environment.database().url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select message_id from orders where message_id is not null")) {
            while (row.next()) {
                messages.remove(row.getLong(1));
            }
        }
        return messages;
    }

    /** The largest number of SMS with the same text to the same phone. */
    long most() {
        Map<String, Long> each = environment.account().messages().stream()
                .map(OrderCounts::name)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return each.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static String name(Message message) {
        return message.to() + " " + message.body();
    }

    private long query(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(environment.database().url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
