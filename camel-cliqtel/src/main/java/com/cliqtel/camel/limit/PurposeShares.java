/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/** The parts of a minute that are each purpose's own when permits are scarce. Immutable. */
final class PurposeShares {

    private static final Purpose[] PURPOSES = Purpose.values();

    private final int permits;
    private final int[] parts = new int[PURPOSES.length];

    /**
     * Each part is one permit at least, so that those within their parts never leave nothing to one who has none. With too few
     * permits for that there are no parts, and the order of arrival decides.
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

    /** These, or those of another number of permits. */
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
