/* SPDX-License-Identifier: Apache-2.0 */
/** Reads the input of an operation from an exchange, and writes its result as headers. Internal. */
package com.cliqtel.camel.exchange;
