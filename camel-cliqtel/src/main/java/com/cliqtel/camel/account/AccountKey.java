/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * The identity of an account, whatever connection settings are used for it.
 *
 * @param baseUrl the address of the API
 * @param apiKey the API key
 * @param name the account's name; not a secret
 */
public record AccountKey(URI baseUrl, String apiKey, String name) {

    static AccountKey of(ConnectionSettings settings) {
        return new AccountKey(
                settings.baseUrl(), settings.apiKey(), settings.account().name());
    }

    /** Returns the reason why two accounts can't be used side by side; empty when they can. */
    Optional<String> conflict(AccountKey other) {
        boolean same = baseUrl.equals(other.baseUrl) && apiKey.equals(other.apiKey);
        if (same == name.equals(other.name)) {
            return Optional.empty();
        }
        return Optional.of(
                same
                        ? "One API key is used under two account names, " + other.name + " and " + name
                                + ": set the same option account everywhere"
                        : "Two API keys or addresses are used under the account name " + name
                                + " at the same time. For two accounts, set the option account to a name for each. After a"
                                + " rotation, use the new API key everywhere and restart");
    }

    // written by hand, since a record's generated method is linked on its first use, which delays the start
    @Override
    public int hashCode() {
        return Objects.hash(baseUrl, apiKey, name);
    }

    /** The address only. */
    @Override
    public String toString() {
        return baseUrl.toString();
    }
}
