/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies signatures: HMAC-SHA256 in hexadecimal (the reference's section "Verifying webhook signatures"). Compares each
 * signature with each secret, so that the time doesn't show what matched. Immutable and thread-safe.
 */
public final class SignatureVerifier {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    /**
     * @param secrets the current secret and, during a rotation, the previous one; used in UTF-8
     * @throws IllegalArgumentException when there is none, or one of them is null or blank
     */
    public SignatureVerifier(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("no webhook secret: the one that Cliqtel signs webhooks with is needed");
        }
        this.keys = secrets.stream().map(SignatureVerifier::key).toList();
    }

    /**
     * Returns whether one of the signatures is right.
     *
     * @param signatureHeaderValues the values of {@code X-Cliqtel-Signature}, as {@link SignatureHeader} reads them
     */
    public boolean signed(byte[] content, List<String> signatureHeaderValues) {
        return signed(content, new SignatureHeader(signatureHeaderValues));
    }

    boolean signed(byte[] content, SignatureHeader signatures) {
        if (signatures.none()) {
            return false;
        }
        boolean signed = false;
        for (SecretKeySpec key : keys) {
            signed |= signatures.include(hmac(content, key));
        }
        return signed;
    }

    /**
     * Signs as Cliqtel does, for tests.
     *
     * @return 64 hexadecimal digits, lower case
     * @throws IllegalArgumentException when the secret is null or blank
     */
    public static String sign(byte[] content, String secret) {
        return HexFormat.of().formatHex(hmac(content, key(secret)));
    }

    private static SecretKeySpec key(String secret) {
        if (secret == null || secret.isBlank()) {
            throw new IllegalArgumentException(
                    "an empty webhook secret: give the one that Cliqtel signs webhooks with, or leave it out");
        }
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    // a Mac has state and isn't thread-safe
    static byte[] hmac(byte[] content, SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException notInThisJava) {
            throw new IllegalStateException("this Java cannot compute " + ALGORITHM, notInThisJava);
        }
    }

    /** Shows the number of secrets only. */
    @Override
    public String toString() {
        return "SignatureVerifier[" + ALGORITHM + ", secrets=" + keys.size() + "]";
    }
}
