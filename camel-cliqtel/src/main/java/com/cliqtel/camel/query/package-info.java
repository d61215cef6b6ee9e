/* SPDX-License-Identifier: Apache-2.0 */
/** The operations {@code get}, {@code list} and {@code numbers}. Internal. */
package com.cliqtel.camel.query;
