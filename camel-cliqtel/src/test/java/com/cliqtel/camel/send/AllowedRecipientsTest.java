/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import com.cliqtel.camel.text.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AllowedRecipientsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            \\+316\\d{8,9}                     ; +31612345678 ; +4915112345678
            \\+316\\d{8,9},+49*                ; +4915112345678 ; +447911123456
            +49*, \\+316\\d{8,9} ,+447911123456 ; +31612345678 ; +12025550123
            \\+31[6,7]\\d{8}                   ; +31612345678 ; +31812345678
            (\\+31|\\+32)\\d{3,}                ; +32471234567 ; +4915112345678
            (?:\\+31\\d{1,2}(?:6,|6))\\d{7},+1* ; +12025550123 ; +4915112345678
            \\+316\\d{8,9},\\+49\\d{5,},\\+44\\d{7,12} ; +447911123456 ; +12025550123
            [+]31\\d{4,}                       ; +31612345678 ; +4915112345678
            \\Q+31612345678\\E,\\+49\\d{4,}       ; +4915112345678 ; +12025550123
            *                                  ; +12025550123 ;
            """)
    void aCommaInAQuantifierAClassOrAGroupBelongsToItsPattern(String patterns, String allowed, String refused) {
        AllowedRecipients recipients = AllowedRecipients.of(patterns);
        recipients.check(new PhoneNumber(allowed));
        if (refused != null) {
            assertThatIllegalArgumentException().isThrownBy(() -> recipients.check(new PhoneNumber(refused)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +31612345678,\\+316\\d{8        | pattern 2
            +31612345678,+49*,[+]44(7       | pattern 3
            +31612345678 , +49151(2,3)      | pattern 2
            \\+316\\d{8,9}},\\+49\\d{9,8}   | pattern 2
            """)
    void anInvalidPatternIsNamedByItsPositionWithTheRuleForCommas(String patterns, String position) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowedRecipients.of(patterns))
                .withMessageContaining(position)
                .withMessageContaining("comma")
                .withMessageContaining("allowedRecipients")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("31612345678", "49151"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31612345678", "49*", "+44*, 31612345678", " 49*", "  31612345678,+44*"})
    void aNumberWithoutItsPlusIsRefusedSinceNoRecipientBeginsSo(String patterns) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowedRecipients.of(patterns))
                .withMessageContaining("begins with a digit")
                .withMessageContaining("RAW(")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("31612345678"));
    }

    @Test
    void noPatternsAllowAllRecipients() {
        AllowedRecipients.of(null).check(new PhoneNumber("+31612345678"));
    }
}
