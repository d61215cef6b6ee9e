/* SPDX-License-Identifier: Apache-2.0 */
/** Phone numbers as they are written in a country. The one place that knows libphonenumber, which is optional. */
package com.cliqtel.camel.text.phone;
