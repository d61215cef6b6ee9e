/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import com.cliqtel.camel.model.Sms;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The orders and what became of them, in the database. Each call stands for itself, and may be made again: an order that is
 * handed over a second time is found as it was left. Whoever listens is told of each change.
 *
 * <p>Thread-safe.
 */
@Component
public class OrderBook {

    private static final int MOST_STRAGGLERS = 20;
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);
    private static final int LONGEST_REASON = 500;
    private static final String OPEN = " and status not in ('delivered', 'failed')";

    private final JdbcTemplate database;
    private final ObjectProvider<ChangeListener> listeners;
    private final Duration patience;

    /** Whoever wants to know that an order has changed; told on the thread that changed it. */
    @FunctionalInterface
    public interface ChangeListener extends Consumer<TrackedOrder> {}

    OrderBook(
            JdbcTemplate database,
            ObjectProvider<ChangeListener> listeners,
            @Value("${orders.look-after}") Duration patience) {
        this.database = database;
        this.listeners = listeners;
        this.patience = patience;
    }

    /** The order is in hand: for the first time, or again. */
    public void take(Order order) {
        String again = "update orders set tries = tries + 1, version = version + 1 where id = ?";
        if (database.update(again, order.id()) == 0) {
            try {
                Timestamp now = now();
                database.update(
                        "insert into orders (id, phone, item, status, tries, version, placed_at, changed_at, looked_at)"
                                + " values (?, ?, ?, 'taken', 1, 1, ?, ?, ?)",
                        order.id(),
                        order.phone(),
                        order.item(),
                        now,
                        now,
                        now);
            } catch (DuplicateKeyException takenMeanwhile) {
                database.update(again, order.id());
            }
        }
        tell(order.id());
    }

    /** The order has its SMS. How that ended is not noted here, for it is not told to anybody here. */
    public void accepted(String id, Sms sms) {
        change(
                "update orders set message_id = ?, status = ?, reason = null, version = version + 1, changed_at = ?"
                        + " where id = ?" + OPEN,
                id,
                sms.id(),
                sms.status().isFinal() ? "sent" : sms.status().word(),
                now(),
                id);
    }

    /** The order can have no SMS; nothing, where it has one, for then another order came by the same id. */
    public void refused(String id, String reason) {
        if (id != null) {
            change(
                    "update orders set status = 'failed', reason = ?, version = version + 1, changed_at = ?"
                            + " where id = ? and message_id is null" + OPEN,
                    id,
                    shortened(reason),
                    now(),
                    id);
        }
    }

    /** What is reported of a message; nothing, once it has come to an end. */
    public void reported(long message, String status) {
        ids(message)
                .forEach(id -> change(
                        "update orders set status = ?, reason = ?, version = version + 1, changed_at = ?"
                                + " where id = ? and status <> ?" + OPEN,
                        id,
                        status,
                        status.equals("failed") ? "the SMS was not delivered" : null,
                        now(),
                        id,
                        status));
    }

    /** The order that a message tells of; null for none. */
    public Order orderOf(long message) {
        return database
                .query(
                        "select id, phone, item from orders where message_id = ?",
                        (row, n) -> new Order(row.getString(1), row.getString(2), row.getString(3)),
                        message)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /**
     * Messages that were sent a while ago, and nobody has told the end of: some at a time, those that were asked for the
     * longest ago first. They count as asked for, so that one that is never found doesn't stand in the way of others.
     */
    public List<Long> stragglers() {
        Instant now = Instant.now();
        List<Long> found = database.queryForList(
                "select message_id from orders where message_id is not null and looked_at < ? and placed_at > ?" + OPEN
                        + " order by looked_at limit " + MOST_STRAGGLERS,
                Long.class,
                Timestamp.from(now.minus(patience)),
                Timestamp.from(now.minus(GIVEN_UP_AFTER)));
        found.forEach(message ->
                database.update("update orders set looked_at = ? where message_id = ?", Timestamp.from(now), message));
        return found;
    }

    /**
     * A page of the orders, the newest first.
     *
     * @param before only those with a smaller number
     */
    public List<TrackedOrder> newest(long before, int most) {
        return database.query(
                "select * from orders where n < ? order by n desc limit ?", OrderBook::tracked, before, most);
    }

    /** How many orders there are by status. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        database.query("select status, count(*) from orders group by status", row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    private List<String> ids(long message) {
        return database.queryForList("select id from orders where message_id = ?", String.class, message);
    }

    private void change(String sql, String id, Object... values) {
        if (database.update(sql, values) > 0) {
            tell(id);
        }
    }

    private void tell(String id) {
        database.query("select * from orders where id = ?", OrderBook::tracked, id)
                .forEach(order -> listeners.forEach(listener -> listener.accept(order)));
    }

    private static TrackedOrder tracked(ResultSet row, int number) throws SQLException {
        return new TrackedOrder(
                row.getLong("n"),
                row.getString("id"),
                row.getString("item"),
                TrackedOrder.masked(row.getString("phone")),
                row.getString("status"),
                row.getString("reason"),
                row.getObject("message_id", Long.class),
                row.getInt("tries"),
                row.getLong("version"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.now());
    }

    private static String shortened(String reason) {
        return reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
