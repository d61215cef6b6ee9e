/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

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
        eachKeyIsOneMessage(PostgresDatabase.start(why -> Assumptions.abort(
                        "NOT TRIED on PostgreSQL, which could not be started on this machine: " + why))
                .orElseThrow());
    }
}
