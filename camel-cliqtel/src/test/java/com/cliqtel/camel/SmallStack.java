/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads texts that are made to exhaust a stack or to take forever, on a stack of a quarter of the usual size. */
public final class SmallStack {

    private static final int STACK = 256 * 1024;
    private static final int LENGTH = 100_000;

    private SmallStack() {}

    /** The texts. */
    public static List<String> hostileTexts() {
        return List.of(
                "1".repeat(LENGTH),
                "1 ".repeat(LENGTH / 2),
                "1" + " ".repeat(LENGTH),
                " ".repeat(LENGTH) + "1",
                ", ".repeat(LENGTH / 2),
                "," + " ".repeat(LENGTH) + "x",
                "+".repeat(LENGTH),
                "%2".repeat(LENGTH / 2),
                "%20".repeat(LENGTH / 3),
                "%20".repeat(LENGTH / 3) + "%",
                "a".repeat(LENGTH) + "!",
                "a/".repeat(LENGTH / 2),
                "a.".repeat(LENGTH / 2),
                "a+json".repeat(LENGTH / 6) + "!",
                "a/" + "+json".repeat(LENGTH / 5) + "!",
                "application/json;" + ";".repeat(LENGTH) + "\n",
                "(".repeat(LENGTH),
                "\\u0031".repeat(LENGTH / 6),
                "&#49;".repeat(LENGTH / 5),
                "\r\n".repeat(LENGTH / 2),
                "e\u0301".repeat(LENGTH / 2),
                "\u0301".repeat(LENGTH),
                "🇳🇱".repeat(LENGTH / 4),
                "👩‍👩‍👧".repeat(LENGTH / 8),
                "\u202a\u202c".repeat(LENGTH / 2));
    }

    /** Reads each of the texts; each must be read, or refused with an {@link IllegalArgumentException}. */
    public static void readsEachHostileText(Consumer<String> reading) throws InterruptedException {
        for (String text : hostileTexts()) {
            assertThat(thrownBy(() -> reading.accept(text)))
                    .as("%.20s", text)
                    .matches(thrown -> thrown == null || thrown instanceof IllegalArgumentException);
        }
    }

    private static Throwable thrownBy(Runnable reading) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, reading, "small stack", STACK);
        thread.setUncaughtExceptionHandler((where, what) -> thrown.set(what));
        thread.start();
        thread.join();
        return thrown.get();
    }
}
