/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import java.time.ZonedDateTime;
import java.util.Properties;
import java.util.function.Supplier;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.ledger.JdbcLedger;
import org.apache.camel.main.Main;
import org.h2.jdbcx.JdbcConnectionPool;

/** The application: Camel Main with the routes, and a database in which everything is that must outlive it. */
final class Shop implements AutoCloseable {

    private final JdbcConnectionPool database;
    private final Main camel = new Main();

    /**
     * Starts it.
     *
     * @param database the address of a database of H2
     * @param configuration the account and the mail server
     * @param now the time at the shop
     */
    Shop(String database, Properties configuration, Supplier<ZonedDateTime> now) throws Exception {
        this.database = JdbcConnectionPool.create(database, "sa", "");
        CliqtelComponent cliqtel = new CliqtelComponent();
        cliqtel.getLedger().setLedger(new JdbcLedger(this.database));
        camel.bind("cliqtel", cliqtel);
        camel.setOverrideProperties(configuration);
        ConversationSteps steps = new ConversationSteps(new ConversationTable(this.database));
        camel.configure().addRoutesBuilder(new ConversationRoutes(steps, OpeningHours.weekdays(now)));
        camel.start();
    }

    /** Ends what is under way, and stops. */
    @Override
    public void close() {
        camel.stop();
        database.dispose();
    }
}
