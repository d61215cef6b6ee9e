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

/** Counts from outside: the orders in the database, the SMS at the account. */
final class Count {

    private final World world;

    Count(World world) {
        this.world = world;
    }

    /** Orders of which the end is not known yet, or that are not known at all. */
    long unfinished() throws SQLException {
        return query("select case when count(*) = 0 then 1 else count(case when status not in ('delivered', 'failed')"
                + " then 1 end) end from orders");
    }

    long with(String status) throws SQLException {
        return query("select count(*) from orders where status = '" + status + "'");
    }

    /** Orders that the broker gave to the shop more than once. */
    long handedOverAgain() throws SQLException {
        return query("select count(*) from orders where tries > 1");
    }

    /** Messages that the account has accepted, and that the shop does not know of, or not yet. */
    Set<Long> unnoted() throws SQLException {
        Set<Long> messages =
                world.account().messages().stream().map(Message::id).collect(Collectors.toCollection(HashSet::new));
        try (Connection connection =
                        DriverManager.getConnection(world.database().url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select message_id from orders where message_id is not null")) {
            while (row.next()) {
                messages.remove(row.getLong(1));
            }
        }
        return messages;
    }

    /** How many SMS the account has with the same text to the same phone, at most. */
    long most() {
        Map<String, Long> each = world.account().messages().stream()
                .map(Count::name)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return each.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static String name(Message message) {
        return message.to() + " " + message.body();
    }

    private long query(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(world.database().url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
