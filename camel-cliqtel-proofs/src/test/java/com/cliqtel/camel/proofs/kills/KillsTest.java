/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

import com.cliqtel.camel.proofs.databases.H2FileDatabases;
import com.cliqtel.camel.proofs.databases.LedgerDatabases;
import com.cliqtel.camel.proofs.databases.MariaDbDatabase;
import com.cliqtel.camel.proofs.databases.PostgresDatabase;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** Each step once. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class KillsTest {

    private static final long SEED = 1;

    @TempDir
    private Path folder;

    private void eachKeyIsOneMessage(LedgerDatabases some) throws IOException, InterruptedException {
        try (LedgerDatabases ledgers = some) {
            KillResults.Result result =
                    new KillRun(StepGroup.EACH_STEP, Interruption.KILLED, SEED, folder).prove(ledgers);
            if (!result.isKept()) {
                new KillReport(Interruption.KILLED, new PrintStream(System.err, true))
                        .result(ledgers.toString(), result);
            }
            assertThat(result.failures()).isEmpty();
            assertThat(result.doubled()).as("doubled").isZero();
            assertThat(result.lost()).as("lost").isZero();
            assertThat(result.toldWrong()).as("told wrong").isZero();
            assertThat(result.kills())
                    .isEqualTo(StepGroup.EACH_STEP.stream()
                            .mapToInt(StepGroup::kills)
                            .sum());
        }
    }

    @Test
    void eachKeyIsOneMessageAfterKillsWithH2() throws Exception {
        eachKeyIsOneMessage(new H2FileDatabases(folder));
    }

    @Test
    void eachKeyIsOneMessageAfterKillsWithPostgreSql() throws Exception {
        eachKeyIsOneMessage(PostgresDatabase.start(KillsTest::notTried).orElseThrow());
    }

    @Test
    void eachKeyIsOneMessageAfterKillsWithMariaDb() throws Exception {
        eachKeyIsOneMessage(MariaDbDatabase.start(KillsTest::notTried).orElseThrow());
    }

    static void notTried(String server, Throwable why) {
        Assumptions.abort("NOT TRIED on " + server + ", which could not be started on this machine: " + why);
    }
}
