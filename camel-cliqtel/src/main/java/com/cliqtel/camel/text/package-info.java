/* SPDX-License-Identifier: Apache-2.0 */
/** Texts and phone numbers that the API accepts; encoding, segments and parts of a text. Free of Camel. Internal. */
package com.cliqtel.camel.text;
