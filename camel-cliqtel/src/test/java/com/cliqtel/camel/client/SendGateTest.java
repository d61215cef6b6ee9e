/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SendGateTest {

    private static final int AT_A_TIME = 16;

    private final SendGate gate = new SendGate();

    private List<CompletableFuture<Void>> enter(int many) {
        return IntStream.range(0, many).mapToObj(i -> gate.enter()).toList();
    }

    private static long gone(List<CompletableFuture<Void>> turns) {
        return turns.stream().filter(CompletableFuture::isDone).count();
    }

    @Test
    void isOpenAtFirst() {
        assertThat(gate.isShut()).isFalse();
        assertThat(gate.enter()).isCompleted();
        assertThat(gate.waiting()).isZero();
    }

    @Test
    void aRequestWaitsWhileTheGateIsClosed() {
        gate.shut();
        CompletableFuture<Void> turn = gate.enter();
        gate.next();
        assertThat(turn).isNotDone();
        assertThat(gate).hasToString("Gate[shut, 1 waiting]");

        gate.open();
        assertThat(turn).isCompleted();
        assertThat(gate).hasToString("Gate[open, 0 waiting]");
    }

    @Test
    void aFewGoAtATimeInOrderAndEachLetsTheNextGo() {
        gate.shut();
        List<CompletableFuture<Void>> turns = enter(AT_A_TIME + 3);
        gate.open();
        assertThat(gone(turns)).isEqualTo(AT_A_TIME);
        assertThat(turns.subList(AT_A_TIME, turns.size())).noneMatch(CompletableFuture::isDone);

        gate.next();
        assertThat(turns.get(AT_A_TIME)).isCompleted();
        assertThat(gone(turns)).isEqualTo(AT_A_TIME + 1);
    }

    @Test
    void aCancelledRequestTakesNoTurn() {
        gate.shut();
        List<CompletableFuture<Void>> turns = enter(AT_A_TIME + 2);
        turns.get(0).cancel(false);
        turns.get(1).cancel(false);
        assertThat(gate.waiting()).isEqualTo(AT_A_TIME);

        gate.open();
        assertThat(turns).allMatch(CompletableFuture::isDone);
    }

    @Test
    void closingTheGateAgainKeepsTheWaitingRequests() {
        gate.shut();
        List<CompletableFuture<Void>> turns = enter(AT_A_TIME + 2);
        gate.open();
        gate.shut();
        gate.next();
        assertThat(gone(turns)).isEqualTo(AT_A_TIME);

        gate.open();
        assertThat(turns).allMatch(CompletableFuture::isDone);
    }

    @Test
    void aLaterRequestStartsTheWaitingOnes() {
        gate.shut();
        List<CompletableFuture<Void>> turns = enter(AT_A_TIME + 1);
        gate.open();
        gate.enter();
        assertThat(turns.get(AT_A_TIME)).isCompleted();
    }
}
