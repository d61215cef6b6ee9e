/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import javax.sql.DataSource;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The options dataSource and ledger, on the component and in URIs. */
class DataSourceRouteTest {

    private static final String BOTH = "ledger and dataSource are both set. Remove one of them";

    private final CamelContext context = new DefaultCamelContext();
    private final CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
    private final DataSource shop = new JdbcDataSource();
    private final Ledger mine = new MemoryLedger();

    @BeforeEach
    void start() {
        component.getConnection().setApiKey("some-key");
        context.getRegistry().bind("shop", shop);
        context.getRegistry().bind("other", DataSource.class, new JdbcDataSource());
        context.getRegistry().bind("mine", mine);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private Ledger ledgerOf(String uri) {
        return context.getEndpoint(uri, CliqtelEndpoint.class).services().ledger();
    }

    @Test
    void endpointsWithOneDataSourceShareALedger() {
        component.getLedger().setDataSource(shop);
        Ledger ledger = ledgerOf("cliqtel:send");
        assertThat(ledger).isInstanceOf(JdbcLedger.class).isSameAs(ledgerOf("cliqtel:webhook"));
        assertThat(ledgerOf("cliqtel:inbound?dataSource=#shop")).isSameAs(ledger);
        assertThat(ledgerOf("cliqtel:inbound?dataSource=#bean:other"))
                .isInstanceOf(JdbcLedger.class)
                .isNotSameAs(ledger);
    }

    @Test
    void anEndpointsLedgerReplacesTheComponentsDataSource() {
        component.getLedger().setDataSource(shop);
        assertThat(ledgerOf("cliqtel:send?ledger=#mine")).isSameAs(mine);
    }

    @Test
    void anEndpointsDataSourceReplacesTheComponentsLedger() {
        component.getLedger().setLedger(mine);
        assertThat(ledgerOf("cliqtel:send")).isSameAs(mine);
        assertThat(ledgerOf("cliqtel:send?dataSource=#shop")).isInstanceOf(JdbcLedger.class);
    }

    @Test
    void usesMemoryIfNoOptionNamesADataSource() {
        assertThat(ledgerOf("cliqtel:send")).isInstanceOf(MemoryLedger.class);
    }

    @Test
    void refusesBothOptionsInAUri() {
        assertThatThrownBy(() -> context.getEndpoint("cliqtel:send?ledger=#mine&dataSource=#shop"))
                .hasMessageContaining(BOTH);
    }

    @Test
    void refusesBothOptionsOfTheComponentAtItsStart() {
        component.stop();
        component.getLedger().setDataSource(shop);
        component.getLedger().setLedger(mine);
        assertThatThrownBy(component::start).hasMessageContaining(BOTH);
    }

    @Test
    void refusesADataSourceWhereNoLedgerIsUsed() {
        assertThatThrownBy(() -> context.getEndpoint("cliqtel:list?dataSource=#shop"))
                .hasMessageContaining("The option dataSource is not one of cliqtel:list");
    }
}
