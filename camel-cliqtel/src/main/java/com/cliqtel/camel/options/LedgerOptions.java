/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import com.cliqtel.camel.ledger.Ledger;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What remembers that something has happened. Mutable only because Camel's configurers set it; it becomes settings when the endpoint starts. */
@UriParams
public class LedgerOptions {

    @UriParam(
            label = "advanced",
            description =
                    "Remembers what happened once, so that nothing happens twice: a bean of the type com.cliqtel.camel.ledger.Ledger, such as a JdbcLedger. By default one in memory.")
    private Ledger ledger;

    public Ledger getLedger() {
        return ledger;
    }

    /** Remembers what happened once, so that nothing happens twice: a bean of the type com.cliqtel.camel.ledger.Ledger, such as a JdbcLedger. By default one in memory. */
    public void setLedger(Ledger ledger) {
        this.ledger = ledger;
    }
}
