/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.List;
import java.util.Optional;

/**
 * The name under which a ledger keeps the idempotency keys and positions of an account. Internal.
 *
 * @param api a hash of the API's address
 * @param name the name; no secret, since it is stored and shown
 * @param chosen whether the user chose it; otherwise it is derived from the API key, and changes with it
 */
public record NamedAccount(String api, String name, boolean chosen) {

    /**
     * Registers the name in a ledger that outlives the process.
     *
     * @throws IllegalStateException when the name was derived from an API key that the ledger doesn't know, and the ledger has
     *     entries of another key. It may be the same account after a rotation, or another account; only the user knows
     * @throws LedgerException when the ledger fails
     */
    public void register(Ledger ledger) {
        String own = LedgerKey.of("account", api, name);
        String all = LedgerKey.of("accounts", api);
        if (ledger.position(own).isPresent()) {
            return;
        }
        Optional<String> others = ledger.position(all);
        // another node may have registered the same name at the same time
        boolean known =
                others.filter(names -> List.of(names.split(" ")).contains(name)).isPresent()
                        || ledger.position(own).isPresent();
        if (known) {
            return;
        }
        if (others.isPresent() && !chosen) {
            throw new IllegalStateException(refusal(others.get()));
        }
        ledger.position(all, others.map(names -> names + " " + name).orElse(name));
        ledger.position(own, "");
    }

    private static String refusal(String others) {
        String known = others.isEmpty() ? "of another account" : "of the account " + others.replace(" ", ", ");
        return "The ledger has entries " + known
                + " for this API, and none of this API key. If the API key was rotated, set the"
                + " option account to the name that the account had before"
                + (others.isEmpty() ? " (the log of its starts shows it)" : "")
                + ", so that its idempotency keys and positions stay valid. If this is another account, set the option account to a"
                + " new name";
    }
}
