/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.stub;

/** Reads and writes ASCII in byte arrays without creating objects. */
public final class AsciiBytes {

    private AsciiBytes() {}

    /** Where the sign, in lower case, begins between two places; -1 when it doesn't. The case of what is looked at doesn't count. */
    public static int find(byte[] sign, byte[] in, int from, int to) {
        for (int at = from; at <= to - sign.length; at++) {
            int same = 0;
            while (same < sign.length && lower(in[at + same]) == sign[same]) {
                same++;
            }
            if (same == sign.length) {
                return at;
            }
        }
        return -1;
    }

    /** The number that stands there, after blanks. */
    public static int number(byte[] in, int from) {
        int at = from;
        while (in[at] == ' ') {
            at++;
        }
        int number = 0;
        while (in[at] >= '0' && in[at] <= '9') {
            number = number * 10 + in[at++] - '0';
        }
        return number;
    }

    /** Writes a number over the digits that end there. */
    public static void write(long number, byte[] in, int end, int digits) {
        long left = number;
        for (int at = end - 1; at >= end - digits; at--) {
            in[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }
}
