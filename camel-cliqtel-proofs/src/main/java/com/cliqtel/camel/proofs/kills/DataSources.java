/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import javax.sql.DataSource;

import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/** Data sources as an application configures them. */
final class DataSources {

    private DataSources() {}

    /** @param url of H2 or PostgreSQL */
    static DataSource at(String url) {
        if (url.startsWith("jdbc:h2:")) {
            // keeps connections, as each pool does: without one, H2 opens and closes its file around every call
            return JdbcConnectionPool.create(url, "", "");
        }
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(url);
        return postgres;
    }
}
