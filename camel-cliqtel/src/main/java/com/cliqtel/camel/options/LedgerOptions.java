/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import com.cliqtel.camel.ledger.Ledger;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The ledger. Not thread-safe: set the options before the context starts. */
@UriParams
public final class LedgerOptions extends OptionGroup<LedgerOptions> {

    @UriParam(label = "advanced")
    private Ledger ledger;

    public Ledger getLedger() {
        return ledger;
    }

    /** Remembers what happened once, so that nothing happens twice: a bean of the type com.cliqtel.camel.ledger.Ledger, such as a JdbcLedger. By default one in memory. */
    public void setLedger(Ledger ledger) {
        this.ledger = ledger;
    }
}
