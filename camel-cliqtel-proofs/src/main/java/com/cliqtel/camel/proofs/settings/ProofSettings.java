/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.settings;

import java.math.BigDecimal;

/** Reads the settings of proofs from system properties. */
public final class ProofSettings {

    private ProofSettings() {}

    /**
     * A whole number.
     *
     * @return {@code otherwise} when nothing is said
     * @throws IllegalArgumentException when it is none, or less than 1
     */
    public static int count(String name, int otherwise) {
        return atLeastOne(name, number(name, otherwise)).intValueExact();
    }

    /** The same, for what may be any whole number. */
    public static long seed(String name, long otherwise) {
        try {
            return number(name, otherwise).longValueExact();
        } catch (ArithmeticException notWhole) {
            throw wrong(name, "a whole number");
        }
    }

    /**
     * Whether a property has the other of its two values.
     *
     * @return false when it has the usual one, or is not set
     * @throws IllegalArgumentException when it is set to anything else
     */
    public static boolean isOther(String name, String usual, String other) {
        String said = System.getProperty(name, usual);
        if (!said.equals(usual) && !said.equals(other)) {
            throw wrong(name, usual + " or " + other);
        }
        return said.equals(other);
    }

    /**
     * A number of minutes.
     *
     * @throws IllegalArgumentException when it is none, or not more than 0
     */
    public static double minutes(String name, double otherwise) {
        double minutes = number(name, otherwise).doubleValue();
        if (minutes > 0) {
            return minutes;
        }
        throw wrong(name, "minutes, more than 0, such as 30 or 0.5");
    }

    private static BigDecimal atLeastOne(String name, BigDecimal number) {
        try {
            if (number.intValueExact() >= 1) {
                return number;
            }
        } catch (ArithmeticException notWhole) {
            // said below
        }
        throw wrong(name, "a whole number, at least 1");
    }

    private static BigDecimal number(String name, Number otherwise) {
        String said = System.getProperty(name, otherwise.toString());
        try {
            return new BigDecimal(said.trim());
        } catch (NumberFormatException none) {
            throw wrong(name, "a number");
        }
    }

    private static IllegalArgumentException wrong(String name, String right) {
        return new IllegalArgumentException(
                "-D" + name + "=" + System.getProperty(name) + ": " + right + " was expected");
    }
}
