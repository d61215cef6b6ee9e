/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What a test does beside itself, each on a thread of its own: on two cores Java 25's common pool has one. */
final class Apart {

    private Apart() {}

    static <T> CompletableFuture<T> doing(Callable<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (Exception failed) {
                        throw new CompletionException(failed);
                    }
                },
                task -> new Thread(task, "apart").start());
    }
}
