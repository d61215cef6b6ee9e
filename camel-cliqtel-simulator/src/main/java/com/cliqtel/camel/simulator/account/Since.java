/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.time.Instant;

/** What {@code since} means for a message of just that time: the reference says "after", and may mean "from". */
public enum Since {

    /** It is left out. */
    AFTER {
        @Override
        Instant after(Instant since) {
            return since;
        }
    },

    /** It is listed. */
    FROM {
        @Override
        Instant after(Instant since) {
            return since.equals(Instant.MIN) ? since : since.minusNanos(1);
        }
    };

    /** The time after which messages are listed. */
    abstract Instant after(Instant since);
}
