/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.databases;

import java.sql.SQLException;
import javax.sql.DataSource;

import org.h2.jdbcx.JdbcConnectionPool;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Data sources as an application configures them. */
public final class DataSources {

    private DataSources() {}

    /** @param url of H2, PostgreSQL or MariaDB */
    public static DataSource at(String url) throws SQLException {
        if (url.startsWith("jdbc:h2:")) {
            // keeps connections, as each pool does: without one, H2 opens and closes its file around every call
            return JdbcConnectionPool.create(url, "", "");
        }
        if (url.startsWith("jdbc:mariadb:")) {
            return new MariaDbDataSource(url);
        }
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(url);
        return postgres;
    }
}
