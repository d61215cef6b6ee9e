/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.io.PrintStream;
import java.nio.file.Path;

import com.cliqtel.camel.proofs.databases.LedgerDatabases;
import com.cliqtel.camel.proofs.databases.PostgresDatabase;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** Some steps of a send at which a process is stopped for longer than its lease, and continues. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class StopsTest {

    @TempDir
    private Path folder;

    @Test
    void eachKeyIsOneMessageAfterStopAndContinue() throws Exception {
        Assumptions.assumeTrue(
                ChildProcess.canBeStopped(),
                "NOT TRIED: processes cannot be stopped without the command kill and /proc");
        try (LedgerDatabases ledgers =
                PostgresDatabase.start(KillsTest::notTried).orElseThrow()) {
            KillResults.Result result =
                    new KillRun(StepGroup.SOME_STEPS, Interruption.STOPPED, 1, folder).prove(ledgers);
            if (!result.isKept()) {
                new KillReport(Interruption.STOPPED, new PrintStream(System.err, true))
                        .result(ledgers.toString(), result);
            }
            assertThat(result.failures()).isEmpty();
            assertThat(result.doubled()).as("doubled").isZero();
            assertThat(result.lost()).as("lost").isZero();
            assertThat(result.toldWrong()).as("told wrong").isZero();
        }
    }
}
