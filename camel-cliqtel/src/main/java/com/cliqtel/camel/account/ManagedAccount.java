/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.Optional;

import org.apache.camel.api.management.ManagedAttribute;

/** The JMX attributes of an endpoint's account. Thread-safe. */
public interface ManagedAccount {

    /** Returns the state of the endpoint's account; empty if the endpoint doesn't use an account now. */
    Optional<AccountState> accountState();

    /** Returns the name of the account; null if none is in use. */
    @ManagedAttribute(
            description =
                    "The name of the account: option account, or by default a fingerprint of its address and API key")
    default String getAccount() {
        return accountState().map(AccountState::name).orElse(null);
    }

    /** Returns the rest of the account's quota by the last answer; null before such an answer. */
    @ManagedAttribute(description = "What is left of the account's quota, by the last answer")
    default Integer getQuotaLeft() {
        return accountState().map(AccountState::quotaLeft).orElse(null);
    }

    /** Returns the limit of calls a minute, as adjusted by answers; null for no limit. */
    @ManagedAttribute(description = "The limit of calls a minute, as adjusted by answers")
    default Integer getPermits() {
        return accountState().map(AccountState::permits).orElse(null);
    }

    /** Returns the number of free permits of the current minute; null for no limit. */
    @ManagedAttribute(description = "Number of free permits of the current minute on this node")
    default Integer getPermitsLeft() {
        return accountState().map(AccountState::permitsLeft).orElse(null);
    }

    /** Returns the number of calls to the account that wait for a permit, from all endpoints. */
    @ManagedAttribute(description = "Number of calls to the account that wait for a permit, from all endpoints")
    default int getWaitingForPermits() {
        return accountState().map(AccountState::waiting).orElse(0);
    }

    /** Returns the number of seconds until calls go out again, after the server has asked for a pause. */
    @ManagedAttribute(
            description = "Number of seconds until calls go out again, after the server has asked for a pause")
    default long getHeldSeconds() {
        return accountState().map(AccountState::heldSeconds).orElse(0L);
    }
}
