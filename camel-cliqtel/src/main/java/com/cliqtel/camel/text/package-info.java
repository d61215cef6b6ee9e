/* SPDX-License-Identifier: Apache-2.0 */
/** Encoding, segments and parts of a text, and replacements that avoid UCS-2. Free of Camel. Internal. */
package com.cliqtel.camel.text;
