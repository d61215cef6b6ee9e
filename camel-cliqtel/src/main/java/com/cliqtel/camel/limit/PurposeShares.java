/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/** The number of permits per minute that belong to each purpose while permits are scarce. Immutable. */
final class PurposeShares {

    private static final Purpose[] PURPOSES = Purpose.values();

    private final int permits;
    private final int[] parts = new int[PURPOSES.length];

    /**
     * Gives each purpose at least one permit, so that no purpose is starved. With too few permits for that there are no shares, and
     * the order of arrival decides.
     */
    PurposeShares(int permits) {
        this.permits = permits;
        if (permits >= PURPOSES.length) {
            int rest = permits;
            for (Purpose purpose : PURPOSES) {
                boolean takesTheRest = purpose.ofSixty == 0;
                int part = takesTheRest ? rest : scaled(purpose.ofSixty, permits);
                parts[purpose.ordinal()] = part;
                rest -= part;
            }
        }
    }

    /** Returns the shares of a number of permits: these, if the number is the same. */
    PurposeShares of(int number) {
        return number == permits ? this : new PurposeShares(number);
    }

    int part(Purpose purpose) {
        return parts[purpose.ordinal()];
    }

    private static int scaled(int ofSixty, int permits) {
        return Math.max(1, (int) Math.min(ofSixty, (long) ofSixty * permits / 60));
    }
}
