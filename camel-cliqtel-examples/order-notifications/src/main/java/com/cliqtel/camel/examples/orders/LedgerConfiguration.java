/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders;

import javax.sql.DataSource;

import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.ledger.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the ledger in the database of the orders. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    Ledger smsLedger(DataSource dataSource) {
        return new JdbcLedger(dataSource);
    }
}
