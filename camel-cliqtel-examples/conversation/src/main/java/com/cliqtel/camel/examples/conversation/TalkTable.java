/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

import com.cliqtel.camel.examples.conversation.Talk.State;

/** Conversations in a database. Thread-safe. */
final class TalkTable {

    private static final String TABLE =
            "create table if not exists talk (id bigint generated always as identity primary key,"
                    + " phone varchar(50) not null, ours varchar(20) not null, state varchar(10) not null, unique (phone, ours))";

    private final DataSource database;

    /** Makes the table where it isn't there yet. */
    TalkTable(DataSource database) throws SQLException {
        this.database = database;
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(TABLE);
        }
    }

    /** The conversation of a phone with a number of ours, begun when there is none. */
    Talk of(String phone, String ours) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement begin = connection.prepareStatement(
                        "merge into talk t using (values (?, ?)) n(phone, ours)"
                                + " on t.phone = n.phone and t.ours = n.ours"
                                + " when not matched then insert (phone, ours, state) values (n.phone, n.ours, 'ROUTE')");
                PreparedStatement query =
                        connection.prepareStatement("select id, state from talk where phone = ? and ours = ?")) {
            begin.setString(1, phone);
            begin.setString(2, ours);
            begin.executeUpdate();
            query.setString(1, phone);
            query.setString(2, ours);
            ResultSet row = query.executeQuery();
            row.next();
            return new Talk(row.getLong(1), phone, ours, State.valueOf(row.getString(2)));
        }
    }

    /** The conversation with this number; null when there is none. */
    Talk find(long id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select phone, ours, state from talk where id = ?")) {
            query.setLong(1, id);
            ResultSet row = query.executeQuery();
            return row.next()
                    ? new Talk(id, row.getString(1), row.getString(2), State.valueOf(row.getString(3)))
                    : null;
        }
    }

    void move(Talk talk, State state) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("update talk set state = ? where id = ?")) {
            update.setString(1, state.name());
            update.setLong(2, talk.id());
            update.executeUpdate();
        }
    }
}
