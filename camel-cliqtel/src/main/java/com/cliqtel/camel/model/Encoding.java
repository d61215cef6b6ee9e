/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

/**
 * How an SMS is written on the air. A text is written in GSM 7 bit where that has all its characters, else in UCS-2.
 *
 * <p>A segment holds 140 octets (3GPP TS 23.040, clause 9.2.3.24), 6 of which join it to others where there are several
 * (clause 9.2.3.24.1).
 */
public enum Encoding {

    /** The GSM 7 bit default alphabet with its extension table (3GPP TS 23.038, clauses 6.2.1 and 6.2.1.1). */
    GSM_7("GSM-7", 160, 153),

    /** 16 bit for each UTF-16 unit (3GPP TS 23.038, clause 6.2.3; what is beyond 16 bit is sent as surrogate pairs). */
    UCS_2("UCS-2", 70, 67);

    private final String word;
    private final int alone;
    private final int joined;

    Encoding(String word, int alone, int joined) {
        this.word = word;
        this.alone = alone;
        this.joined = joined;
    }

    /** How many units (septets or UTF-16 units) a message holds that is one segment. */
    public int alone() {
        return alone;
    }

    /** How many units (septets or UTF-16 units) each segment of a message holds that is several. */
    public int joined() {
        return joined;
    }

    /** {@code GSM-7} or {@code UCS-2}. */
    @Override
    public String toString() {
        return word;
    }
}
