/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import com.cliqtel.camel.ledger.idempotent.IdempotentRepositoryLedger;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/** In one JVM, a repository does as a ledger should. */
class IdempotentRepositoryContractTest extends LedgerContract {

    @Override
    Ledger ledger() {
        IdempotentRepositoryLedger started = new IdempotentRepositoryLedger(new MemoryIdempotentRepository());
        started.start();
        return started;
    }
}
