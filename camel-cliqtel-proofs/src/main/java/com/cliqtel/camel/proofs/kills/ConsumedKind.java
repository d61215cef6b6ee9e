/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

/** What a {@link ConsumingProcess} consumes. */
enum ConsumedKind {
    /** A delivery report, by {@code cliqtel:webhook}. The ledger keeps the entry of its message. */
    REPORT("webhook", "keep", "true"),
    /** An inbound message, by {@code cliqtel:inbound}. The ledger closes its entry. */
    INBOUND("inbound", "close", "CLOSED");

    private final String purpose;
    private final String noting;
    private final String noted;

    ConsumedKind(String purpose, String noting, String noted) {
        this.purpose = purpose;
        this.noting = noting;
        this.noted = noted;
    }

    /** Returns the purpose of its keys in the ledger. */
    String purpose() {
        return purpose;
    }

    /** Returns the call that notes the end of the route. */
    String noting() {
        return noting;
    }

    /** Returns the result of that call if the caller has the entry. */
    String noted() {
        return noted;
    }

    @Override
    public String toString() {
        return this == REPORT ? "report" : "inbound message";
    }
}
