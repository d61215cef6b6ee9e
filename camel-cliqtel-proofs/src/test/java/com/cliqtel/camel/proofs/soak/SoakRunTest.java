/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The proof of {@code soak} made small. */
class SoakRunTest {

    private static final Duration LENGTH = Duration.ofSeconds(9);
    private static final int RATE = 4;

    @TempDir
    private Path folder;

    @Test
    void underFaultsAndRestartsEveryCountIsTheAccounts() throws Exception {
        SoakResult findings = new SoakRun(new SoakPlan(LENGTH, RATE, 3, SoakPlan.Intervals.SHORT, folder)).run();

        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new SoakReport(findings).write(new PrintStream(said, true, StandardCharsets.UTF_8));
        String report = said.toString(StandardCharsets.UTF_8);
        assertThat(findings.odd()).as(report).isEmpty();
        assertThat(findings.drained()).as(report).isNotNull();
        assertThat(findings.rows()).as(report).allMatch(SoakResult.Row::kept);
        assertThat(findings.isKept()).as(report).isTrue();
        // so that there was something to it
        assertThat(findings.counts().of(Counts.RESTARTS)).isPositive();
        assertThat(findings.counts().inbound.runs()).isPositive();
        assertThat(findings.counts().finals.runs()).isPositive();
        assertThat(findings.counts().all(Counts.FAULT)).hasSizeGreaterThan(3);
        assertThat(folder.resolve("soak.svg")).isNotEmptyFile();
    }
}
