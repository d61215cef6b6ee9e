/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.List;
import javax.management.openmbean.TabularData;

import com.cliqtel.camel.monitor.JmxTable;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;

/** The JMX view of all accounts of a component. Thread-safe. */
public interface ManagedAccounts {

    /** The columns of {@link #accountStates()}. */
    JmxTable ACCOUNTS = JmxTable.of(
            "accounts",
            JmxTable.text("account"),
            JmxTable.text("baseUrl"),
            JmxTable.number("quotaLeft"),
            JmxTable.number("permits"),
            JmxTable.number("permitsLeft"),
            JmxTable.number("waiting"),
            JmxTable.number("heldSeconds"),
            JmxTable.number("openSends"));

    /** Returns the state of each account that is in use. */
    List<AccountState> accountsInUse();

    /** Returns a table of the accounts in use. */
    @ManagedOperation(description = "The accounts in use, one row each")
    default TabularData accountStates() {
        return ACCOUNTS.with(accountsInUse().stream().map(AccountState::row).toList());
    }

    /** Returns the number of calls of all accounts that wait for a permit. */
    @ManagedAttribute(description = "Number of calls of all accounts that wait for a permit of the quota")
    default int getWaitingForPermits() {
        return accountsInUse().stream().mapToInt(AccountState::waiting).sum();
    }

    /** Returns the number of different SMS of all accounts that are being sent or searched. */
    @ManagedAttribute(description = "Number of different SMS of all accounts that are being sent or searched")
    default int getOpenSends() {
        return accountsInUse().stream().mapToInt(AccountState::openSends).sum();
    }
}
