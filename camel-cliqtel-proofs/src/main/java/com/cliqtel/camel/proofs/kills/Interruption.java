/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

/** How a process is interrupted at a step. */
enum Interruption {
    /** It is killed (SIGKILL). Another process is started afterwards. */
    KILLED("killed"),
    /** It is stopped (SIGSTOP). It continues (SIGCONT) when another process has sent everything. */
    STOPPED("stopped");

    private final String word;

    Interruption(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
