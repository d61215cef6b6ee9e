/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

class MemoryLedgerTest extends LedgerContract {

    @Override
    Ledger ledger() {
        return new MemoryLedger();
    }
}
