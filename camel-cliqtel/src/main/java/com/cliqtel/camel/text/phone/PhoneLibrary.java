/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text.phone;

/**
 * Google's libphonenumber, which knows the world's numbering plans, and which only those have who resolve national numbers.
 * This class loads without it.
 */
public final class PhoneLibrary {

    /** The artifact that has it, as Maven names it. */
    public static final String ARTIFACT = "com.googlecode.libphonenumber:libphonenumber";

    private static final String ITS_CLASS = "com.google.i18n.phonenumbers.PhoneNumberUtil";

    private PhoneLibrary() {}

    /** Whether it is on the class path. */
    public static boolean isThere() {
        try {
            Class.forName(ITS_CLASS, false, PhoneLibrary.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    /**
     * The numbers of a country.
     *
     * @param region its ISO 3166 code of two letters, in upper or lower case, such as {@code NL}
     * @throws IllegalStateException when the library is missing, naming what to add
     * @throws IllegalArgumentException when there is no such region, naming all there are
     */
    public static NationalNumbers numbersOf(String region) {
        if (!isThere()) {
            throw new IllegalStateException("resolving national phone numbers needs " + ARTIFACT
                    + ", which is not on the class path: add it to the project's dependencies");
        }
        return new NationalNumbers(region);
    }
}
