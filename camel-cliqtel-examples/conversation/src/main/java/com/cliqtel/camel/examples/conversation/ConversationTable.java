/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

import com.cliqtel.camel.examples.conversation.Conversation.State;

/** Conversations in a database. Thread-safe. */
final class ConversationTable {

    private static final String TABLE =
            "create table if not exists conversation (id bigint generated always as identity primary key,"
                    + " phone varchar(50) not null, ours varchar(20) not null, state varchar(10) not null, unique (phone, ours))";

    private final DataSource database;

    /** Makes the table where it isn't there yet. */
    ConversationTable(DataSource database) throws SQLException {
        this.database = database;
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(TABLE);
        }
    }

    /** The conversation of a phone with a number of ours, begun when there is none. */
    Conversation of(String phone, String ours) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement begin = connection.prepareStatement(
                        "merge into conversation c using (values (?, ?)) n(phone, ours)"
                                + " on c.phone = n.phone and c.ours = n.ours"
                                + " when not matched then insert (phone, ours, state) values (n.phone, n.ours, 'ROUTE')");
                PreparedStatement query = connection.prepareStatement(
                        "select id, state from conversation where phone = ? and ours = ?")) {
            begin.setString(1, phone);
            begin.setString(2, ours);
            begin.executeUpdate();
            query.setString(1, phone);
            query.setString(2, ours);
            ResultSet row = query.executeQuery();
            row.next();
            return new Conversation(row.getLong(1), phone, ours, State.valueOf(row.getString(2)));
        }
    }

    /** The conversation with this number; null when there is none. */
    Conversation find(long id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select phone, ours, state from conversation where id = ?")) {
            query.setLong(1, id);
            ResultSet row = query.executeQuery();
            return row.next()
                    ? new Conversation(id, row.getString(1), row.getString(2), State.valueOf(row.getString(3)))
                    : null;
        }
    }

    void move(Conversation conversation, State state) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update conversation set state = ? where id = ?")) {
            update.setString(1, state.name());
            update.setLong(2, conversation.id());
            update.executeUpdate();
        }
    }
}
