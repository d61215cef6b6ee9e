/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.util.Optional;
import javax.sql.DataSource;

import com.cliqtel.camel.ledger.DataSourceLedgers;
import com.cliqtel.camel.ledger.Ledger;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The ledger. Not thread-safe: set the options before the context starts. */
@UriParams
public final class LedgerOptions extends OptionGroup<LedgerOptions> {

    @UriParam(label = "advanced")
    private Ledger ledger;

    @UriParam(label = "common")
    private DataSource dataSource;

    public Ledger getLedger() {
        return ledger;
    }

    /** Remembers what happened once, so that nothing happens twice: a bean of the type com.cliqtel.camel.ledger.Ledger, such as a JdbcLedger with options of your own. By default a ledger in dataSource, or in memory if dataSource isn't set either. */
    public void setLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    public DataSource getDataSource() {
        return dataSource;
    }

    /** The database of a durable ledger: a bean of the type javax.sql.DataSource, for H2, PostgreSQL, MariaDB or MySQL. The ledger is a JdbcLedger in the table cliqtel_ledger, which it creates if the table is missing. Set dataSource or ledger, not both. A DataSource bean is never used unless this option names it. */
    public void setDataSource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @throws IllegalArgumentException when both options are set */
    public void check() {
        if (ledger != null && dataSource != null) {
            throw new IllegalArgumentException(
                    "ledger and dataSource are both set. Remove one of them: dataSource makes a ledger in"
                            + " that database, and ledger takes a ledger of your own");
        }
    }

    /** Takes both options from the component, unless the endpoint sets one of them. */
    public void inherit(LedgerOptions component) {
        if (ledger == null && dataSource == null) {
            ledger = component.ledger;
            dataSource = component.dataSource;
        }
    }

    /**
     * Returns the ledger; empty if neither option is set.
     *
     * @param ofDatabases has the ledger of each data source
     */
    public Optional<Ledger> ledger(DataSourceLedgers ofDatabases) {
        return dataSource == null ? Optional.ofNullable(ledger) : Optional.of(ofDatabases.ledger(dataSource));
    }
}
