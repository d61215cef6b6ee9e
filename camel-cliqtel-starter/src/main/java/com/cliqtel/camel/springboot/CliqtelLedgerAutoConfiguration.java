/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import javax.sql.DataSource;

import com.cliqtel.camel.ledger.JdbcLedger;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;

/** The ledger that {@code camel.component.cliqtel.ledger=jdbc} means: in the application's database. */
@AutoConfiguration(
        afterName = "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
        before = CliqtelComponentAutoConfiguration.class)
@ConditionalOnProperty(
        prefix = "camel.component.cliqtel",
        name = "ledger",
        havingValue = CliqtelLedgerAutoConfiguration.JDBC)
@ConditionalOnSingleCandidate(DataSource.class)
public class CliqtelLedgerAutoConfiguration {

    static final String JDBC = "jdbc";
    static final String BEAN = "cliqtelJdbcLedger";

    /** Creates the ledger after the migrations, so that a bean that uses it early finds the table that they create. */
    @Bean(BEAN)
    @DependsOnDatabaseInitialization
    public JdbcLedger cliqtelJdbcLedger(DataSource dataSource) {
        return new JdbcLedger(dataSource);
    }
}
