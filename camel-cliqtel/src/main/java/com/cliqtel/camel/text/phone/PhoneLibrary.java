/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text.phone;

/**
 * Access to Google's libphonenumber, an optional dependency with the numbering plans of all countries. This class loads
 * without it.
 */
public final class PhoneLibrary {

    /** The Maven coordinates of the library. */
    public static final String ARTIFACT = "com.googlecode.libphonenumber:libphonenumber";

    private static final String ITS_CLASS = "com.google.i18n.phonenumbers.PhoneNumberUtil";

    private PhoneLibrary() {}

    /** Returns whether the library is on the class path. */
    public static boolean isThere() {
        try {
            Class.forName(ITS_CLASS, false, PhoneLibrary.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    /**
     * Returns the reader for the numbers of a country.
     *
     * @param region its ISO 3166 code of two letters, in upper or lower case, such as {@code NL}
     * @throws IllegalStateException when the library is missing; the message names the dependency
     * @throws IllegalArgumentException when there is no such region; the message names all regions
     */
    public static NationalNumbers numbersOf(String region) {
        if (!isThere()) {
            throw new IllegalStateException("resolving national phone numbers needs " + ARTIFACT
                    + ", which is not on the class path: add it to the project's dependencies");
        }
        return new NationalNumbers(region);
    }
}
