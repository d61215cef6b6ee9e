/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text.phone;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.cliqtel.camel.model.MaskedDigits;
import com.cliqtel.camel.text.PhoneNumber;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;

/**
 * Reads phone numbers in the national spelling of one country. Immutable and thread-safe. Created by
 * {@link PhoneLibrary#numbersOf}, since libphonenumber may be missing.
 *
 * <p>A number with {@code +} or {@code 00} is international, and is read by {@link PhoneNumber#written}. Any
 * other must be a valid number by the country's numbering plan as this version of libphonenumber knows it; a number that can be read in
 * two ways is refused, since a wrong guess would send the SMS to another person ({@code docs/decisions/0011}).
 */
public final class NationalNumbers {

    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9]+");

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String region;

    NationalNumbers(String region) {
        this.region = region.toUpperCase(Locale.ROOT);
        if (!library.getSupportedRegions().contains(this.region)) {
            throw new IllegalArgumentException(
                    "'" + region + "' is not a region with phone numbers: an ISO 3166 code of"
                            + " two letters is expected, one of "
                            + String.join(", ", new TreeSet<>(library.getSupportedRegions())));
        }
    }

    /**
     * Reads a number: digits with blanks, dashes, dots and parentheses. Letters, an extension, a
     * {@code tel:} URI and short codes are refused.
     *
     * @throws IllegalArgumentException when it is not a number of the country, or is ambiguous; the message shows its last four
     *     characters only
     */
    public PhoneNumber resolve(String text) {
        String compact = PhoneNumber.compact(text);
        if (compact.startsWith("+") || compact.startsWith("00")) {
            return unlessDialledOtherwise(PhoneNumber.written(text), text);
        }
        if (!WRITTEN.matcher(compact).matches()) {
            // refuses the number, and names the character that isn't allowed
            return PhoneNumber.written(text);
        }
        PhoneNumber number = valid(compact)
                .orElseThrow(() ->
                        refusal(text, "is not a phone number in " + region + ": write it as it is dialled there"));
        if (readsOtherwise(compact, number)) {
            throw refusal(
                    text,
                    "is a phone number in " + region + " both with " + countryCode() + " as the country code"
                            + " and without: write it with 0 or what else is dialled before an area code");
        }
        return number;
    }

    /** Returns whether an area code equals the country's code, such as 49 15… in Germany. */
    private boolean readsOtherwise(String compact, PhoneNumber number) {
        return compact.startsWith(countryCode())
                && valid("+" + compact).filter(other -> !other.equals(number)).isPresent();
    }

    /** Where one dials 0011 or 002 to go abroad, {@code 00} is a part of that, and what follows begins elsewhere. */
    private PhoneNumber unlessDialledOtherwise(PhoneNumber number, String text) {
        Optional<Phonenumber.PhoneNumber> dialled = parsed(PhoneNumber.compact(text));
        if (dialled.isPresent()
                && dialled.get().getCountryCodeSource() == CountryCodeSource.FROM_NUMBER_WITH_IDD
                && !e164(dialled.get()).equals(number.e164())) {
            throw refusal(
                    text, "begins with 00, but in " + region + " it is not 00 that is dialled before a country code");
        }
        return number;
    }

    private Optional<PhoneNumber> valid(String compact) {
        return parsed(compact).filter(library::isValidNumber).map(number -> new PhoneNumber(e164(number)));
    }

    private Optional<Phonenumber.PhoneNumber> parsed(String compact) {
        try {
            // the library would read letters as the keys they are on, and much else
            return WRITTEN.matcher(compact).matches()
                    ? Optional.of(library.parseAndKeepRawInput(compact, region))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private String e164(Phonenumber.PhoneNumber number) {
        return library.format(number, PhoneNumberFormat.E164);
    }

    private String countryCode() {
        return Integer.toString(library.getCountryCodeForRegion(region));
    }

    private static IllegalArgumentException refusal(String text, String reason) {
        return new IllegalArgumentException("'" + MaskedDigits.masked(text) + "' " + reason
                + ", or write + and the country code, then the number, such as +12025550123");
    }
}
