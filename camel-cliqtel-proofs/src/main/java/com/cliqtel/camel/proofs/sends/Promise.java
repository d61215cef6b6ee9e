/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.util.function.Predicate;

/**
 * What must hold of a run.
 *
 * @param words in a few words
 * @param kept whether it does
 */
record Promise(String words, Predicate<SendsResult> kept) {}
