/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * One {@link JdbcLedger} for each data source.
 *
 * <p>Internal. Thread-safe.
 */
public final class DataSourceLedgers {

    // by identity, since the properties of a data source may change, and its hash code with them
    private final Map<DataSource, Ledger> ledgers = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Returns the ledger in this database, the same one each time. It connects at its first use. */
    public Ledger ledger(DataSource dataSource) {
        return ledgers.computeIfAbsent(dataSource, JdbcLedger::new);
    }
}
