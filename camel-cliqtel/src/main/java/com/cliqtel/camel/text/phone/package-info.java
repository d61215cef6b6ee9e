/* SPDX-License-Identifier: Apache-2.0 */
/** Reads phone numbers in national spelling with libphonenumber, an optional dependency. Free of Camel. Internal. */
package com.cliqtel.camel.text.phone;
