/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.util.List;

import com.cliqtel.camel.proofs.databases.LedgerDatabases;
import com.cliqtel.camel.proofs.databases.PostgresDatabase;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Two steps of a report and of an inbound message at which a process is stopped for longer than its lease, and continues. */
@Timeout(300)
class ConsumerStopsTest {

    @Test
    void aStoppedProcessChangesNothingThatIsAnothers() throws Exception {
        Assumptions.assumeTrue(
                ChildProcess.canBeStopped(),
                "NOT TRIED: processes cannot be stopped without the command kill and /proc");
        try (LedgerDatabases database =
                PostgresDatabase.start(KillsTest::notTried).orElseThrow()) {
            assertThat(ConsumerStops.prove(database, List.of(ConsumerStep.NOT_TAKEN, ConsumerStep.ROUTED)))
                    .hasSize(8)
                    .allMatch(ConsumerStops.Result::kept);
        }
    }
}
