/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import com.fasterxml.jackson.core.io.NumberOutput;

/** Writes a double as ECMAScript does: Number::toString in radix 10 (ECMA-262, section 6.1.6.1.20). Stateless. */
final class EcmaNumber {

    // up to here one digit may identify a double, and Java writes two digits
    private static final double SPARSE = 1e-321;
    private static final int MAX_PLAIN_EXPONENT = 21;
    private static final int MIN_PLAIN_EXPONENT = -6;

    private EcmaNumber() {}

    /** @param value finite; a negative zero is {@code 0} */
    static String of(double value) {
        if (value == (int) value) {
            return Integer.toString((int) value);
        }
        String digits = digits(Math.abs(value));
        return value < 0 ? "-" + digits : digits;
    }

    /** The variables are those of the specification: the value is 0.DIGITS × 10^n, with k digits. */
    private static String digits(double value) {
        BigDecimal shortest = shortest(value).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int k = digits.length();
        int n = k - shortest.scale();
        if (n > MAX_PLAIN_EXPONENT || n <= MIN_PLAIN_EXPONENT) {
            return scientific(digits, n - 1);
        }
        if (n <= 0) {
            return "0." + "0".repeat(-n) + digits;
        }
        return k <= n ? digits + "0".repeat(n - k) : digits.substring(0, n) + "." + digits.substring(n);
    }

    private static String scientific(String digits, int exponent) {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }

    private static BigDecimal shortest(double value) {
        // not Double.toString, which before Java 19 writes more digits than needed for 2 % of all doubles
        BigDecimal shortest = new BigDecimal(NumberOutput.toString(value, true));
        if (value > SPARSE) {
            return shortest;
        }
        int dropped = shortest.precision() - 1;
        BigDecimal oneDigit = new BigDecimal(BigInteger.ONE, shortest.scale() - dropped);
        BigDecimal rounded = shortest.divide(oneDigit, 0, RoundingMode.HALF_UP).multiply(oneDigit);
        return rounded.doubleValue() == value ? rounded : shortest;
    }
}
