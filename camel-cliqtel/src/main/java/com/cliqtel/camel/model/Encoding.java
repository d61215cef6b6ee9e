/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

/**
 * The encoding of an SMS. A text is sent in GSM-7 if that alphabet has all of its characters, otherwise in UCS-2.
 *
 * <p>A segment has 140 octets (3GPP TS 23.040, clause 9.2.3.24). If a message has several segments, 6 octets of each are needed to
 * join them (clause 9.2.3.24.1).
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

    /** Returns the number of units (septets or UTF-16 units) in a message of one segment. */
    public int alone() {
        return alone;
    }

    /** Returns the number of units (septets or UTF-16 units) in each segment of a message of several segments. */
    public int joined() {
        return joined;
    }

    /** Returns {@code GSM-7} or {@code UCS-2}. */
    @Override
    public String toString() {
        return word;
    }
}
